export function previewFonts(): Promise<string[]>;
