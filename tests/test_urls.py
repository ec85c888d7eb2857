"""Every public address and what it answers; an address is a promise."""

import pytest
from django.test import Client

from cables.loading.load import LoadResult

CABLE = "/cable/07MOSCOW849/"
PAGES = [
    ("/", 200),
    ("/cables/", 200),
    ("/cables/?classification=CONFIDENTIAL&year=2007&sort=oldest&origin=embassy-moscow", 200),
    ("/cables/?page=9999", 200),
    ("/cables/?page=x&year=x&origin=x&classification=x&sort=x&other=x", 200),
    (CABLE, 200),
    (f"{CABLE}telegram/", 200),
    (f"{CABLE}3/", 200),
    (f"{CABLE}3-5/", 200),
    (f"{CABLE}1-11/", 200),
    ("/cable/09SPECIMEN8/u1/", 200),
    ("/cable/09SPECIMEN8/u1-u3/", 200),
    ("/open/", 200),
    ("/open/?id=nonsense", 404),
    ("/origins/", 200),
    ("/origin/embassy-moscow/", 200),
    ("/origin/nowhere/", 404),
    ("/tags/", 200),
    ("/tag/PREL/", 200),
    ("/tag/SBE~2FP/", 404),
    ("/tag/NONE/", 404),
    ("/tag/A~FF/", 404),
    ("/tag/A~00/", 404),
    ("/tag/a%00/", 404),
    ("/tag/%F0%9F%98%80/", 404),
    ("/dates/", 200),
    ("/date/2007/", 200),
    ("/date/2007-02/", 200),
    ("/date/2007-02-28/", 200),
    ("/date/2007-02/2/", 404),
    ("/date/2007-02/0/", 404),
    ("/date/2007/2/", 404),
    ("/date/2007-13/", 404),
    ("/date/1999/", 404),
    ("/date/9999-12-31/", 404),
    ("/date/undated/", 200),
    ("/date/undated/2/", 404),
    ("/releases/", 200),
    ("/release/2011-08-30/", 200),
    ("/release/2011-08-30/99/", 404),
    ("/release/2011-08/", 404),
    ("/release/2011-08-29/", 404),
    ("/classifications/", 200),
    ("/classification/confidential/", 200),
    ("/classification/unclassified-for-official-use-only/", 200),
    ("/classification/nonsense/", 404),
    ("/glossary/", 200),
    ("/people/", 200),
    ("/people/?q=kunaze", 200),
    ("/people/?q=%00", 200),
    ("/people/w/", 200),
    ("/people/wel/", 200),
    ("/people/zzz/", 404),
    ("/people/other/", 404),
    ("/people/w/2/", 404),
    ("/people/country/russia/", 200),
    ("/people/country/atlantis/", 404),
    ("/people/role/signer/", 200),
    ("/people/role/king/", 404),
    ("/person/alice-g-wells/", 200),
    ("/person/alice-g-wells/?page=99999999999999999999", 200),
    ("/person/alice-g-wells/feed/", 200),
    ("/person/alice-g-wells.json", 200),
    ("/person/nobody/", 404),
    ("/person/nobody/feed/", 404),
    ("/person/nobody.json", 404),
    ("/help/", 200),
    ("/healthz", 200),
    ("/robots.txt", 200),
    ("/llms.txt", 200),
    ("/opensearch.xml", 200),
    ("/.well-known/security.txt", 404),
    ("/sitemap.xml", 200),
    ("/sitemap-pages.xml", 200),
    ("/sitemap-9999999.xml", 404),
    ("/sitemap-99999999.xml", 404),
    ("/feed/", 200),
    ("/origin/embassy-moscow/feed/", 200),
    ("/origin/nowhere/feed/", 404),
    ("/tag/PREL/feed/", 200),
    ("/tag/NONE/feed/", 404),
    ("/cable/07MOSCOW849.json", 200),
    ("/cable/07MOSCOW849.txt", 200),
    ("/cable/06MOSCOW11698.json", 404),
    ("/cable/06MOSCOW11698.txt", 404),
    ("/cable/09SPECIMENX.json", 404),
    ("/schema/", 200),
    ("/schema/cable.json", 200),
    ("/schema/cables.json", 200),
    ("/schema/other.json", 404),
    (f"{CABLE}12/", 404),
    (f"{CABLE}5-3/", 404),
    (f"{CABLE}3-12/", 404),
    ("/cable/09SPECIMEN10/1-21/", 404),
    ("/cable/06MOSCOW11698/", 404),
    ("/cable/06MOSCOW11698/telegram/", 404),
    ("/cable/06MOSCOW11698/3/", 404),
    ("/cable/99NOWHERE1/", 404),
    ("/nothing", 404),
    ("/07mosc'ow849x", 404),
    ("/07MOSCOW_849%20x-y%20z", 404),
    (f"/07{'A' * 40}1234567", 404),
    (f"/open/?id=07{'A' * 40}1234567", 404),
    ("/open/?id=%00", 200),
    ("/open/?id=MOSCOW%20849", 200),
    ("/cables/?page=-1&year=99999999999", 200),
    (f"/cables/?page={10**30}", 200),
    ("/cables/?origin=%00", 200),
    ("/cable/", 404),
    ("/open/?id=MOSCOW%2011698", 404),
    ("/open/?id=MOSCOW%2099999", 404),
    (f"/open/?id={'x' * 3000}", 404),
    ("/open/?id=https://example.org/origin/12_0.html", 410),
    ("/origin/12_0.html", 410),
    ("/origin/12", 410),
    ("/origin/12/", 410),
    ("/uorigin.php?oid=12", 410),
    ("/browse.php?tags=11,15", 410),
    ("/cable.php?id=81234", 410),
    ("/cables/81234/", 410),
    ("/cable.php", 404),
    ("/cable.php?id=nonsense", 404),
    ("/cable.php?id=07MOSCOW849%00%00/..", 404),
    ("/classification/9_0.html", 404),
    ("/date/2007-13_0.html", 404),
    ("/date/0000-00_0.html", 404),
    ("/date/2007-02_999999999999.html", 404),
    ("/reldate/2010-02-30_0.html", 404),
    ("/tag/%00_0.html", 404),
    (f"/tag/{'A' * 200}_0.html", 404),
    ("/history.php?period=201113", 404),
    ("/plusd/cables/nonsense", 404),
    ("/api/documents/nonsense", 404),
    ("/static/nothing.css", 404),
]
MOVED = [
    ("/07MOSCOW849", CABLE),
    ("/07MOSCOW849/", CABLE),
    ("/07MOSCOW849/3", f"{CABLE}3/"),
    ("/07MOSCOW849.html", CABLE),
    ("/07MOSCOW849/telegram", f"{CABLE}telegram/"),
    ("/cable/07moscow849/telegram/", f"{CABLE}telegram/"),
    ("/cable/07MOSCOW0849/telegram/", f"{CABLE}telegram/"),
    ("/cable/07MOSCOW0849/3/", f"{CABLE}3/"),
    ("/cable/06MOSCOW011698/", "/cable/06MOSCOW11698/"),
    ("/07MOSCOW849/3-5/", f"{CABLE}3-5/"),
    ("/07moscow849", CABLE),
    ("/cable/07moscow849/", CABLE),
    ("/cable/07Moscow000849/3/", f"{CABLE}3/"),
    ("/cable/07MOSCOW849", CABLE),
    ("/cable/07MOSCOW849/3", f"{CABLE}3/"),
    ("/cable/07MOSCOW00849/", CABLE),
    ("/cable/07MOSCOW849/3-3/", f"{CABLE}3/"),
    ("/cable/07moscow849.json", "/cable/07MOSCOW849.json"),
    ("/07%20Moscow%20849.txt", "/cable/07MOSCOW849.txt"),
    ("/feed", "/feed/"),
    ("/tag/prel/", "/tag/PREL/"),
    ("/date/2007/1/", "/date/2007/"),
    ("/date/2007-02/1/", "/date/2007-02/"),
    ("/release/2011-08-30/1/", "/release/2011-08-30/"),
    ("/origins", "/origins/"),
    ("/cables", "/cables/"),
    ("/help", "/help/"),
]
MOVED_FROM_OLDER_SITES = [
    ("/cable/2007/02/07MOSCOW849.html", CABLE),
    ("/cable/2007/02/07MOSCOW849", CABLE),
    ("/cable/1999/12/07moscow849.html", CABLE),
    ("/plusd/cables/07MOSCOW849_a.html", CABLE),
    ("/plusd/cables/07MOSCOW849.html", CABLE),
    ("/plusd/cables/1975DACCA00292_b.html", "/cable/75DHAKA292/"),
    ("/cables/07MOSCOW849", CABLE),
    ("/cables/07MOSCOW849/", CABLE),
    ("/cables/07MOSCOW849.html", CABLE),
    ("/api/documents/07MOSCOW849", CABLE),
    ("/cable.php?id=07MOSCOW849", CABLE),
    ("/cable.php?id=%2307moscow849&version=1294000000", CABLE),
    ("/cable.php?id=07MOSCOW849&q=state-secret+oil", f"{CABLE}?q=%22state+secret%22+oil"),
    ("/cable.php?id=07MOSCOW849&q=%00", CABLE),
    ("/date/2007-02_0.html", "/cables/?created_after=2007-02&created_before=2007-02&sort=oldest"),
    (
        "/date/2007-02_3.html",
        "/cables/?created_after=2007-02&created_before=2007-02&sort=oldest&page=8",
    ),
    (
        "/reldate/2010-12-11_1.html",
        "/cables/?released_after=2010-12-11&released_before=2010-12-11&sort=oldest&page=3",
    ),
    ("/tag/PREL_0.html", "/cables/?tag=PREL&sort=oldest"),
    ("/tag/prel_2.html", "/cables/?tag=PREL&sort=oldest&page=6"),
    ("/tag/AFINIZ_0.html", "/cables/?tag=AFIN&tag=IZ&sort=oldest"),
    ("/classification/1_0.html", "/cables/?classification=CONFIDENTIAL&sort=oldest"),
    ("/classification/4_0.html", "/cables/?classification=SECRET%2F%2FNOFORN&sort=oldest"),
    (
        "/classification/6_9.html",
        "/cables/?classification=UNCLASSIFIED%2F%2FFOR+OFFICIAL+USE+ONLY&sort=oldest&page=23",
    ),
    ("/search.php", "/cables/"),
    ("/search.php?q=%3Dsecret+state-secret+-oil", "/cables/?q=%22secret%22+%22state+secret%22+oil"),
    (
        "/search.php?q=oil&sort=0&yt=2007&mt=6",
        "/cables/?q=oil&created_before=2007-06&sort=newest",
    ),
    ("/search.php?q=oil&sort=1&yt=2011&mt=6", "/cables/?q=oil"),
    ("/browse.php", "/cables/"),
    ("/browse.php?tags=PREL,RS", "/cables/?tag=PREL&tag=RS"),
    ("/history.php", "/cables/"),
    ("/history.php?period=201104", "/cables/?released_after=2011-04&released_before=2011-04"),
    ("/plusd/", "/cables/"),
    ("/plusd", "/cables/"),
    ("/plusd/?qproject[]=cg&qproject[]=ps&q=", "/cables/"),
    (
        "/plusd/?qproject[]=cg&q=oil+gas&qtfrom=2007-01-01&qtto=2007-02",
        "/cables/?q=oil+gas&created_after=2007-01-01&created_before=2007-02",
    ),
    (
        "/plusd/?qfoclass[]=SECRET&qforiginalhandlingrestriction[]=NOFORN&qftags[]=PREL",
        "/cables/?classification=SECRET%2F%2FNOFORN&tag=PREL",
    ),
    (
        "/plusd/?qfoclass%5B%5D=SECRET&qforiginalhandlingrestriction%5B%5D=EXDIS&qftags%5B0%5D=RS",
        "/cables/?classification=SECRET&classification=SECRET%2F%2FNOFORN&caption=EXDIS&tag=RS",
    ),
]
OPENED = [
    ("/open/?id=07%20Moscow%20000849", CABLE),
    ("/open/?id=%2307MOSCOW849", CABLE),
    ("/open/?id=%20%2007moscow849%20", CABLE),
    ("/open/?id=07MOSCOW849%20%C2%B67", f"{CABLE}7/"),
    ("/open/?id=https://example.org/cable/2007/02/07MOSCOW849.html%23par7", f"{CABLE}7/"),
    ("/open/?id=https://example.org/plusd/cables/07MOSCOW849_a.html", CABLE),
    ("/open/?id=see%2007MOSCOW849,%20a%20cable", CABLE),
    ("/open/?id=https://example.org/cable/2007/02/07MOSCOW849.html%23parB", f"{CABLE}#parB"),
    ("/open/?id=https://example.org/cable/2007/02/07MOSCOW849.html%23par2006", f"{CABLE}#par2006"),
    ("/open/?id=https://example.org/cable.php?id=07MOSCOW849%23para-81234-7", f"{CABLE}7/"),
    (
        "/open/?id=https://example.org/cable.php?id=07MOSCOW849%26q=oil%23para-81234-7",
        f"{CABLE}?q=oil#par7",
    ),
    ("/open/?id=https://example.org/tag/PREL_0.html", "/cables/?tag=PREL&sort=oldest"),
    ("/open/?id=/plusd/?q=oil", "/cables/?q=oil"),
    ("/open/?id=MOSCOW%20849%20(07)", CABLE),
    (
        "/open/?id=O%20281745Z%20FEB%2007%20FM%20AMEMBASSY%20MOSCOW%20UNCLAS%20MOSCOW%20000849",
        CABLE,
    ),
    ("/open/?id=09SECTION01OF03SANJOSE525", "/cable/09SANJOSE525/"),
]


@pytest.mark.parametrize(("address", "status"), PAGES)
def test_an_address_answers(
    client: Client, samples: list[LoadResult], address: str, status: int
) -> None:
    assert client.get(address).status_code == status
    head = client.head(address)
    assert (head.status_code, head.getvalue()) == (status, b"")


@pytest.mark.parametrize(("address", "target"), MOVED)
def test_another_spelling_redirects_permanently(
    client: Client, samples: list[LoadResult], address: str, target: str
) -> None:
    response = client.get(address)
    assert (response.status_code, response.headers["Location"]) == (301, target)


@pytest.mark.parametrize(("address", "target"), MOVED_FROM_OLDER_SITES)
def test_an_older_sites_url_redirects_permanently(
    client: Client, samples: list[LoadResult], address: str, target: str
) -> None:
    response = client.get(address)
    assert (response.status_code, response.headers["Location"]) == (301, target)
    assert "#" not in target, "a browser carries the old fragment only over a bare address"


@pytest.mark.parametrize(("address", "target"), OPENED)
def test_typed_ids_redirect_to_the_cable(
    client: Client, samples: list[LoadResult], address: str, target: str
) -> None:
    response = client.get(address)
    assert (response.status_code, response.headers["Location"]) == (302, target)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
@pytest.mark.parametrize(
    "address",
    [address for address, _ in [*PAGES, *MOVED, *OPENED]] + ["/static/css/site.css"],
)
def test_only_get_and_head_are_allowed(client: Client, address: str, method: str) -> None:
    response = client.generic(method, address)
    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD"


@pytest.mark.parametrize("address", [address for address, _ in PAGES])
def test_every_response_is_safe_and_sets_no_cookie(
    client: Client, samples: list[LoadResult], address: str
) -> None:
    response = client.get(address)
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


@pytest.mark.parametrize(
    "address",
    [
        *("/", "/cables/", CABLE, f"{CABLE}telegram/", f"{CABLE}7/", "/feed/", "/sitemap.xml"),
        "/cable/07MOSCOW849.json",
        "/cable/07MOSCOW849.txt",
    ],
)
def test_a_page_is_public_and_not_sent_twice(
    client: Client, samples: list[LoadResult], address: str
) -> None:
    first = client.get(address)
    assert first.headers["Cache-Control"] == "public, max-age=300"
    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
