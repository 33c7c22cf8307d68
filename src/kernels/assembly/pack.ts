/** Packs lines of an operand, so that the elements that a tile needs at a time are contiguous. */

/** Transposes four rows of four floats. */
@inline
export function transpose(to: usize, stride: usize, r0: v128, r1: v128, r2: v128, r3: v128): void {
  const a = v128.shuffle<i32>(r0, r1, 0, 4, 1, 5);
  const b = v128.shuffle<i32>(r2, r3, 0, 4, 1, 5);
  const c = v128.shuffle<i32>(r0, r1, 2, 6, 3, 7);
  const d = v128.shuffle<i32>(r2, r3, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<i64>(a, b, 0, 2));
  v128.store(to + stride, v128.shuffle<i64>(a, b, 1, 3));
  v128.store(to + 2 * stride, v128.shuffle<i64>(c, d, 0, 2));
  v128.store(to + 3 * stride, v128.shuffle<i64>(c, d, 1, 3));
}

/** Transposes two rows of four floats. */
@inline
export function transposePair(to: usize, stride: usize, r0: v128, r1: v128): void {
  const low = v128.shuffle<i32>(r0, r1, 0, 4, 1, 5);
  const high = v128.shuffle<i32>(r0, r1, 2, 6, 3, 7);
  v128.store_lane<i64>(to, low, 0);
  v128.store_lane<i64>(to + stride, low, 1);
  v128.store_lane<i64>(to + 2 * stride, high, 0);
  v128.store_lane<i64>(to + 3 * stride, high, 1);
}

/**
 * Packs `lines` lines of length `depth` so that the elements of `wide` neighbouring lines are contiguous; `along` and
 * `across` are the strides within a line and between lines, in bytes.
 */
export function pack(
  to: usize,
  from: usize,
  lines: i32,
  depth: i32,
  across: usize,
  along: usize,
  wide: i32,
): void {
  const row = (<usize>wide) << 2;
  for (let line = 0; line < lines; line += wide) {
    const source = from + <usize>line * across;
    if (lines - line >= wide) {
      if (along == 4) packLines(to, source, depth, across, wide, row);
      else packStrips(to, source, depth, along, wide, row);
    } else {
      const left = lines - line;
      for (let p = 0; p < depth; p++) {
        const at = to + <usize>p * row;
        for (let i = 0; i < wide; i++) {
          const value: f32 =
            i < left ? load<f32>(source + <usize>i * across + <usize>p * along) : 0;
          store<f32>(at + ((<usize>i) << 2), value);
        }
      }
    }
    to += row * <usize>depth;
  }
}

/** Packs lines that are rows: transposes four steps at a time. */
@inline
function packLines(to: usize, from: usize, depth: i32, across: usize, wide: i32, row: usize): void {
  let p = 0;
  for (; p <= depth - 4; p += 4) {
    const s = from + ((<usize>p) << 2);
    const t = to + <usize>p * row;
    transpose(
      t,
      row,
      v128.load(s),
      v128.load(s + across),
      v128.load(s + 2 * across),
      v128.load(s + 3 * across),
    );
    if (wide == 8) {
      transpose(
        t + 16,
        row,
        v128.load(s + 4 * across),
        v128.load(s + 5 * across),
        v128.load(s + 6 * across),
        v128.load(s + 7 * across),
      );
    }
    if (wide == 6) {
      transposePair(t + 16, row, v128.load(s + 4 * across), v128.load(s + 5 * across));
    }
  }
  for (; p < depth; p++) {
    const s = from + ((<usize>p) << 2);
    const t = to + <usize>p * row;
    for (let i = 0; i < wide; i++) store<f32>(t + ((<usize>i) << 2), load<f32>(s + <usize>i * across));
  }
}

/** Packs lines that are columns: each step is a contiguous strip. */
@inline
function packStrips(to: usize, from: usize, depth: i32, along: usize, wide: i32, row: usize): void {
  for (let p = 0; p < depth; p++) {
    v128.store(to, v128.load(from));
    if (wide == 8) v128.store(to, v128.load(from, 16), 16);
    if (wide == 6) store<u64>(to, load<u64>(from, 16), 16);
    to += row;
    from += along;
  }
}
