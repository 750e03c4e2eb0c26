/** Where a browser has it; it also changes when only the measured speed does. */
interface WithConnection {
  connection?: EventTarget;
}

/** Calls back when the browser may be on another network than before. Gives the function that ends it. */
export function watchNetwork(onChange: () => void): () => void {
  const { connection } = navigator as WithConnection;
  connection?.addEventListener('change', onChange);
  window.addEventListener('online', onChange);
  return () => {
    connection?.removeEventListener('change', onChange);
    window.removeEventListener('online', onChange);
  };
}
