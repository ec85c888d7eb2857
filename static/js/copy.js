// Copy a text; false if the browser refuses, so that the caller can select the text instead.
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
