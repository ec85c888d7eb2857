// An older site's fragments carry the number of its database: #para-81234-7 is our #par7.
export function enhance() {
  const old = location.hash.match(/^#para-\d+-(\d+)$/);
  if (old) location.replace(`#par${old[1]}`);
}
