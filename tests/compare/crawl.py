"""Record what every public address of a checkout answers, for diff.py to compare.

    python crawl.py --checkout DIR --data DIR --out FILE.jsonl [--corpus DIR] [--cables 300]

Run it with the Python of the checkout's virtual environment.
"""

import argparse
import importlib
import json
import os
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from typing import Any, Final
from urllib.parse import quote, quote_plus

import django
from django.conf import settings
from django.db import connection
from django.test import Client

Json = dict[str, Any]
MOST: Final = 60
"""Origins, tags, and people drawn from the database."""
HEADERS: Final = (
    *("Allow", "Cache-Control", "Cables-Limit", "Cables-Total", "Content-Disposition"),
    *("Content-Security-Policy", "Link", "Vary", "X-Content-Type-Options", "X-Robots-Tag"),
)
ENVIRONMENT: Final = """
DJANGO_SETTINGS_MODULE=cablesite.settings SITE_URL=http://localhost:8000 ROBOTS_AI=deny
SECRET_KEY=only-for-comparing-two-checkouts-with-each-other-and-for-nothing-else-0123456789
SECURITY_CONTACT=mailto:security@example.org SECURITY_EXPIRES=2027-06-30 CONTACT=mailto:a@b.example
PYTHONHASHSEED=0 PYTHONDONTWRITEBYTECODE=1
"""
MASKS: Final = (
    (re.compile(r"(/static/[\w./-]+?)\.[0-9a-f]{12}(?=\.\w)"), r"\1"),
    (re.compile(r'("loaded": ?")[^"]*'), r"\1TIME"),
    (re.compile(r"<(updated|lastmod)>[^<]*"), r"<\1>TIME"),
)
"""What differs between two loads of the same data."""
FIXED: Final = r"""
page /{|nothing|healthz|robots.txt|llms.txt|opensearch.xml|.well-known/security.txt|07mosc'ow849x}
page /{cables|origins|tags|dates|releases|classifications|people|glossary|help|schema|open|feed}{/|}
page /{sitemap|sitemap-pages|sitemap-9999999|sitemap-99999999}.xml /static/{nothing.css|icon.svg}
page //unknown.example/{|help/} /cable/ /07MOSCOW_849%20x-y%20z /07{40*A}1234567
page /cables/?classification=CONFIDENTIAL&year=2007&sort=oldest&origin=embassy-moscow
page /cables/?page={2|9999|-1&year=99999999999|1{30*0}|x&year=x&origin=x&classification=x&sort=x}
page /cables/?format={json|csv|atom|xml} /schema/{cable|cables|other}.json /cables/?origin=%00
page ~/{3-5|1-11|12|5-3|3-12|3-3|0|u1|9999}/ ~/?q={enthusiasm|%22unclosed&origin=embassy-moscow}
page /cable/09SPECIMEN8/{u1|u1-u3}/ /cable/09SPECIMEN10/1-21/ /cable/{99NOWHERE1/|09SPECIMENX.json}
page /cable/06MOSCOW11698{/|/telegram/|/3/|.json|.txt} /origin/{embassy-moscow|nowhere}/{|feed/}
page /tag/{PREL/|PREL/feed/|SBE~2FP/|NONE/|NONE/feed/|A~FF/|A~00/|a%00/|%F0%9F%98%80/}
page /date/{2007|2007-02|2007-02-28|undated}/{|0/|1/|2/} /date/{2007-13|1999|9999-12-31}/
page /release/2011-08{-30/|-30/1/|-30/99/|/|-29/} /classification/{un|}classified/
page /classification/{unclassified-for-official-use-only|limited-official-use|not-stated|nonsense}/
page /classification/{confidential|secret}{|-noforn}/ /people/country/atlantis/ /people/{w|wel|zzz}/
page /people/role/{mentioned|signer|classified-by|named-in-tags|king}/{|1/|2/|999/}
people /people/{other|a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|q|r|s|t|u|v|w|x|y|z}/{|2/}
people /people/country/{russia|france|mexico|brazil|turkey|germany|iran|bolivia|japan|china}/{|2/}
page /people/?{q=kunaze|q=%00|q=lavrof|q=putin|q=Sergei+Ivanof|q=zzzzzz|page=2}
page /person/{alice-g-wells|vladimir-putin|nobody}{/|/feed/|.json|/?page=x|/?page=2|/?page=9{19*9}}
old ~.json ~.txt /07MOSCOW849{|/|/3|.html|/telegram|/3-5/} /07moscow849 /07%20Moscow%20849.txt
old /cable/{07moscow849|07MOSCOW0849|07Moscow00849|06MOSCOW011698|07MOSCOW849}{|/|/telegram/|/3/|/3}
old /cable/07moscow849.json /tag/prel/ /{plusd/cables|api/documents}/nonsense /origin/12{|/|_0.html}
old /cable{s|}/81234/ /uorigin.php?oid=12 /cable.php{|?id={81234|nonsense|07MOSCOW849%00%00/..}}
old /cable/{2007/02|1999/12}/07{MOSCOW|moscow}849{.html|} /plusd/cables/07MOSCOW849{_a|}.html
old /plusd/cables/1975DACCA00292_b.html /cables/07MOSCOW849{|/|.html} /api/documents/07MOSCOW849
old /cable.php?id={07MOSCOW849{|&q=state-secret+oil|&q=%00}|%2307moscow849&version=1294000000}
old /date/{2007-02_0|2007-02_3|2007-13_0|0000-00_0|2007-02_999999999999}.html
old /reldate/{2010-12-11_1|2010-02-30_0}.html /tag/{PREL_0|prel_2|AFINIZ_0|%00_0|{200*A}_0}.html
old /classification/{1_0|4_0|6_9|9_0}.html /browse.php{|?tags=PREL,RS|?tags=11,15} /plusd{|/}
old /search.php{|?q=%3Dsecret+state-secret+-oil|?q=oil&sort={0&yt=2007&mt=6|1&yt=2011&mt=6}}
old /history.php{|?period=201104|?period=201113} /plusd/?qproject[]=cg&qproject[]=ps&q=
old /plusd/?qproject[]=cg&q=oil+gas&qtfrom=2007-01-01&qtto=2007-02
old /plusd/?qfoclass[]=SECRET&qforiginalhandlingrestriction[]=NOFORN&qftags[]=PREL
old /plusd/?qfoclass%5B%5D=SECRET&qforiginalhandlingrestriction%5B%5D=EXDIS&qftags%5B0%5D=RS
open /open/?id={%00|{3000*x}|07{40*A}1234567|https://example.org/cable.php?id=07MOSCOW849%26q=oil%23para-8-7}
"""
"""Kind and addresses: `{a|b}` is either, `{40*A}` forty letters, `~` a cable, `//` another host."""
OPEN_TEXTS: Final = """
07MOSCOW849  07 Moscow 000849  07MOSCOW000849  2007 MOSCOW 849  #cablegate #07MOSCOW849  nonsense
０７ＭＯＳＣＯＷ８４９  “07MOSCOW849”, a cable  07MOSCOW849.txt  AMEMBASSY MOSCOW 000849
07 AMEMBASSY MOSCOW 849  MOSCOW 849 of 2007  MOSCOW 849 (07)  07MOSCOW849 ¶¶ 3–5  07MOSCOW849 ¶7
07MOSCOW849/3-5/  #07MOSCOW849  07MOSCOW849, paras. 3–5  07MOSCOW849#para-81234-7  Moscow 849
07MOSCOW849 / 10STATE5  07MOSCOW849, 7 pages  KIEV 901  MOSCOW 00000849 002 OF 003  MOSCOW 11698
C O N F I D E N T I A L SECTION 01 OF 03 MOSCOW 000849  PAGE 02 MOSCOW 00849 071504Z  SPECIMEN 1
UNCLAS MOSCOW 000849 SIPDIS REF: A. 06 MOSCOW 11698  see 06ASTANA  06 N’DJAMENA 511  STATE 1
O 281745Z FEB 07 FM AMEMBASSY MOSCOW UNCLAS MOSCOW 000849  09SECTION01OF03SANJOSE525  MOSCOW 99999
07 PORT-AU-PRINCE 12  09KIEV901 ¶2  <b>07MOSCOW849  /plusd/?q=oil  see 07MOSCOW849, a cable
https://example.org/cable/2007/02/07MOSCOW849.html#par7  https://example.org/tag/PREL_0.html
https://example.org/cable/2007/02/07MOSCOW849.html#parB  https://example.org/origin/12_0.html
https://example.org/cable/2007/02/07MOSCOW849.html#par2006  06ANOI582 ¶2  05 HCMC 12  000849
https://example.org/cable.php?id=07MOSCOW849#para-81234-7  /plusd/cables/07MOSCOW849_a.html
"""
SEARCHES: Final = """
visit  oil gas  human rights  polonium  Viktor Orbán fence  MLADIĆ hadžić  the  mines  DDoS
"energy security"  "cholera epidemic"  "Ben Ali" cancer  "25,000 barrels per day"  C-130
nuclear -weapons  Zetas airport -Monterrey  oil NOT gas  -tag:PREL visit  -visit  gas OR oil
subject:visit OR "state visit"  OR oil  oil OR  (gas OR oil) price  gas | oil  parliament*
islamophob* -Sarajevo  ga*  *tion  min*st  subject:visit  subject:"human rights"  origin:moscow
origin:"la paz"  tag:PREL  tag:K*  from:havana  class:secret  class:"secret noforn"  ***  ¶  NOT
ref:nonsense  ref:07MOSCOW849  portion:S//NF  portion:C  to:moscow  subject: visit  “Black Swan”
"unclosed phrase  <script>alert(1)</script>  parlament elektion  enthusiasim  corupption  zzzqqq
07 Moscow 000849  07MOSCOW849  MOSCOW 849  06MOSCOW11698  /cable/2007/02/07MOSCOW849.html  PREL
https://example.org/tag/PREL_0.html  a b c d e f g h i j k l m n o p q r s t u  Mary's "coup d'etat"
"""
FILTERS: Final = """
origin={embassy-moscow|embassy-moscow&origin=embassy-la-paz|nowhere} tag={PREL|prel&tag=KTIP}
classification={SECRET|SECRET&classification=CONFIDENTIAL|SECRET%2F%2FNOFORN} references={yes|no}
caption={SIPDIS|NOFORN&caption=SIPDIS} person={alice-g-wells|nobody} sort={oldest|loaded|x}
created_after={2007&created_before=2007|2007-02&created_before=2007-03-15&sort=oldest}
created_after={2009&created_before=2006|soon&released_before=2011-02-30} q=%00&origin=%00
released_after=2011-04&released_before=2011-04 q=visit&sort={oldest|loaded|newest&references=yes}
q=oil&tag=ENRG&classification=CONFIDENTIAL q=C-130+credit&origin=embassy-la-paz q={90*word+}
q=Saakashvili&created_after=2008-08-15&created_before=2008-12 q=zzzz&tag=PREL&origin=nowhere
q=energy&references=yes&caption=SIPDIS q=putin&person=vladimir-putin origin={9*a&origin=b}
"""


def main() -> None:
    """Load the data, ask for every address, and write one JSON line for each answer."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("checkout", "data", "out", "corpus"):
        parser.add_argument(f"--{name}", type=Path, required=name != "corpus")
    parser.add_argument("--cables", type=int, default=300, help="how many are drawn")
    options = parser.parse_args()
    checkout, data, out = (path.resolve() for path in (options.checkout, options.data, options.out))
    load(checkout, data, sorted(options.corpus.resolve().iterdir()) if options.corpus else [])
    client = start(checkout)
    started, kinds = time.monotonic(), Counter[str]()
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("w", encoding="utf-8") as answers:
        for kind, address in dict.fromkeys(unpacked(asks(client, options.cables))):
            answer = record(client, kind, address)
            answers.write(f"{json.dumps(answer, ensure_ascii=False, sort_keys=True)}\n")
            kinds[kind] += 1
    counts = ", ".join(f"{kind} {count}" for kind, count in kinds.items())
    sys.stderr.write(f"{kinds.total()} addresses, {time.monotonic() - started:.0f} s: {counts}\n")


def load(checkout: Path, data: Path, corpus: Iterable[Path]) -> None:
    """Set the environment and fill the data folder, unless the same files are already loaded."""
    pairs = (one.partition("=") for one in ENVIRONMENT.split())
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    os.environ.clear()
    os.environ.update(kept | {name: value for name, _, value in pairs}, DATA_DIR=str(data))
    files = [str(path) for path in corpus if path.name.endswith((".tar.xz", ".csv"))]
    done = data / "loaded.json"
    if not done.exists():
        data.mkdir(parents=True, exist_ok=True)
        manage(checkout, "migrate")
        manage(checkout, "collectstatic", "--no-input")
        manage(checkout, "load_cables", "--processes", "1", "cables/samples", *files, allowed=1)
        done.write_text(json.dumps(files))
    elif json.loads(done.read_text()) != files:
        sys.exit(f"{data} was loaded from other files; use an empty folder.")


def manage(checkout: Path, *arguments: str, allowed: int = 0) -> None:
    """Run a management command; `allowed` is the highest exit code that is not a failure."""
    command = [sys.executable, "manage.py", *arguments, "--verbosity", "0"]
    if not 0 <= subprocess.run(command, cwd=checkout, check=False).returncode <= allowed:
        sys.exit(f"{' '.join(command)} failed in {checkout}.")


def start(checkout: Path) -> Client:
    """Start the checkout in this process, read-only as its web process is."""
    os.environ["READ_ONLY"] = "true"
    os.chdir(checkout)
    sys.path.insert(0, str(checkout))
    django.setup()
    urls = str(importlib.import_module(settings.ROOT_URLCONF).__file__)
    if not Path(urls).is_relative_to(checkout):
        sys.exit(f"{urls} was imported, which is not in {checkout}.")
    return Client(raise_request_exception=False)


def record(client: Client, kind: str, address: str) -> Json:
    """Ask for an address, and return what diff.py compares; a kind in capitals is the method."""
    host, path = "localhost:8000", address
    if address.startswith("//"):
        host, _, path = address[2:].partition("/")
    method = kind if kind.isupper() else "GET"
    response: Any = client.generic(method, f"/{path.lstrip('/')}", headers={"host": host})
    body = response.getvalue().decode("utf-8", "backslashreplace")
    response.close()
    for pattern, masked in MASKS:
        body = pattern.sub(masked, body)
    return {
        "kind": kind,
        "address": address,
        "status": response.status_code,
        "location": response.headers.get("Location", ""),
        "content_type": response.headers.get("Content-Type", ""),
        "headers": {name: sorted(response.headers.get(name, "").split("; ")) for name in HEADERS},
        "body": body,
    }


def unpacked(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield kind and address for each of the addresses that some lines stand for."""
    for line in lines:
        kind, *packed = line.split()
        while packed:
            address = packed.pop(0)
            if found := re.search(r"\{(?:(\d+)\*)?([^{}]*)\}", address):
                values = [found[2] * int(found[1])] if found[1] else found[2].split("|")
                before, behind = address[: found.start()], address[found.end() :]
                packed = [f"{before}{value}{behind}" for value in values] + packed
            else:
                yield kind, re.sub("^~", "/cable/07MOSCOW849", address)


def spaced(packed: str) -> list[str]:
    """Split at line ends and at two spaces or more."""
    return re.split(r"\n| {2,}", packed.strip())


def column(table: str, name: str) -> list[str]:
    """Return the values of a database column, sorted as Python sorts."""
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT "{name}" FROM "{table}"')  # noqa: S608
        return sorted(str(value) for (value,) in cursor.fetchall() if value)


def draw(values: Iterable[str], most: int = MOST) -> list[str]:
    """Return some of the values, the same ones on each run, sorted."""
    held = sorted(set(values))
    return sorted(Random(9).sample(held, min(most, len(held))))  # noqa: S311


def asks(client: Client, most_cables: int) -> Iterator[str]:
    """Yield lines like those of FIXED, in an order that depends only on the data."""
    yield from FIXED.strip().split("\n")
    yield from (f"open /open/?id={quote(text)}" for text in spaced(OPEN_TEXTS))
    for query in [*(f"q={quote_plus(text)}" for text in spaced(SEARCHES)), *FILTERS.split()]:
        yield f"search /cables/?{query}{{|&page=2|&format=json|&format=csv|&format=atom}}"
    yield from lists()
    held = column("cables_cable", "reference_id")
    samples = [one for one in held if "SPECIMEN" in one or one == "07MOSCOW849"]
    drawn = draw(set(held) - set(samples), most_cables)
    cables = {one: record(client, "", f"/cable/{one}.json") for one in [*samples, *drawn]}
    known = {name: json.loads(one["body"]) for name, one in cables.items() if one["status"] == 200}
    yield from dates(known.values())
    for reference_id in cables:
        yield from forms(reference_id, known.get(reference_id, {}))
    yield from (f"sitemap /sitemap-{number + 1}.xml" for number in range(len(held) // 10_000 + 2))
    yield from (f"{method} /{{|nothing|cables/|healthz}} ~/" for method in ("POST", "PUT", "HEAD"))


def lists() -> Iterator[str]:
    """Yield the pages of origins, tags, and people."""
    for slug in draw(column("cables_post", "slug")):
        yield f"origin /origin/{slug}/{{|feed/}} /cables/?origin={slug}"
    for code in draw(column("cables_tag", "code")):
        name = re.sub("%", "~", quote(code, safe="-").replace(".", "%2E").replace("_", "%5F"))
        yield f"tag /tag/{name}/{{|feed/}} /cables/?tag={quote_plus(code)}"
    people = draw(column("cables_person", "slug"))
    for slug in people:
        yield f"person /person/{slug}{{/|/?page=2|/feed/|.json}} /cables/?person={slug}"
        yield f"people /people/{{{slug.rpartition('-')[2][:3]}/|?q={slug.replace('-', '+')}}}"


def dates(known: Iterable[Json]) -> Iterator[str]:
    """Yield the days, months, and years of some cables, and the days of release."""
    records = list(known)
    created = {str(one.get("created") or "")[:10] for one in records} - {""}
    released = {str(one.get("released") or "")[:10] for one in records} - {""}
    for length, most in ((4, MOST), (7, 20), (10, 20)):
        for period in draw({day[:length] for day in created}, most):
            yield f"date /date/{period}/{{|2/}}"
    yield from (f"release /release/{day}/{{|2/}}" for day in draw(released, 20))


def forms(reference_id: str, known: Json) -> Iterator[str]:
    """Yield every form of a cable, and its page as reached from a search and from a list."""
    page = f"/cable/{reference_id}/"
    paragraphs: list[Json] = known.get("paragraphs", [])
    keys = [str(one["key"]) for one in paragraphs]
    text = " ".join([known.get("title", ""), *(one["text"] for one in paragraphs[1:3])])
    word = max(re.findall(r"[A-Za-z]{4,}", text), key=len, default="cable").lower()
    yield f"cable {page}"
    yield f"telegram {page}telegram/"
    yield f"form /cable/{reference_id}{{.json|.txt}}"
    origin = (known.get("origin") or {}).get("slug", "")
    yield f"in-search {page}?{{q={word}|origin={origin}&sort=oldest}}"
    ends = f"{keys[0]}-{keys[:3][-1]}" if keys else "1"
    for key in [*keys[:1], *keys[len(keys) // 2 :][:1], *keys[-1:], ends]:
        yield f"paragraph {page}{key}/"


if __name__ == "__main__":
    main()
