import { figurePicture } from './figurePicture.ts';

export type PictureKind = 'png' | 'svg';

/** Pixels of a PNG per CSS pixel. */
const SCALE = 2;

async function paintPng(svg: string, width: number, height: number): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * SCALE;
    canvas.height = height * SCALE;
    const pen = canvas.getContext('2d');
    // In some browsers the fonts embedded in a picture are ready only when it is drawn a second time.
    for (let time = 0; time < 2; time += 1) {
      pen?.drawImage(image, 0, 0, canvas.width, canvas.height);
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
    }
    return await new Promise<Blob>((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob === null) reject(new Error('the canvas gave no PNG'));
        else resolve(blob);
      }, 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** The figure as a file: a vector drawing, or an image at twice the page's resolution. Rejects on failure. */
export async function pictureFile(figure: HTMLElement, kind: PictureKind): Promise<Blob> {
  const { svg, width, height } = await figurePicture(figure);
  return kind === 'png' ? paintPng(svg, width, height) : new Blob([svg], { type: 'image/svg+xml' });
}
