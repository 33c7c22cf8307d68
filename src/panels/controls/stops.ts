/** Stops of the sliders whose steps are not equal. */
export const WIDTHS = [
  1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 300, 384, 512, 600, 768, 1024,
] as const;

export const BATCHES = [1, 2, 4, 8, 16, 32, 64, 128, 256, 400, 512, 768, 1024, 1536, 2048] as const;
