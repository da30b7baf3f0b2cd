/**
 * The pinned Node types are older than the compiler's library, in which `Uint8Array.slice` gives an array over a plain
 * `ArrayBuffer`. Said here for `Buffer` too, buffers are byte arrays again.
 */
interface Buffer {
  slice(start?: number, end?: number): Buffer & Uint8Array<ArrayBuffer>;
}
