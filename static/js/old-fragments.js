// An older site's fragments contain its database keys: #para-81234-7 is our #par7.
export function enhance(root) {
  const { location } = root;
  const old = location.hash.match(/^#para-\d+-(\d+)$/);
  if (old) location.replace(`#par${old[1]}`);
}
