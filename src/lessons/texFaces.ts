/** The faces that most formulas use. */
const FACES = ['1em KaTeX_Main', 'bold 1em KaTeX_Main', 'italic 1em KaTeX_Math'];
/** On a slow network the text comes before its formulas. */
const MAX_WAIT_MS = 150;

/**
 * Requests the faces of formulas; resolves when they are there or `MAX_WAIT_MS` have passed. A text drawn before them
 * would break its lines anew.
 */
export async function texFaces(): Promise<void> {
  const asked = Promise.allSettled(FACES.map((face) => document.fonts.load(face)));
  await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, MAX_WAIT_MS))]);
}
