/** Even numbers in [0, 1), the same for the same seed: Marsaglia's xorshift (Xorshift RNGs, 2003; 13, 17, 5). */
export function randomOf(seed: number): () => number {
  // Nearby seeds begin far from each other, and zero is the one state that it never leaves.
  let state = Math.imul(seed | 0, 0x9e3779b1) ^ 0x5bd1e995 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
}
