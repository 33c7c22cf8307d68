/** The page's first script: fetches the program, and evaluates it in tasks between which a slow device can paint. */
import './theme/fonts.ts';
import './theme/tokens.css';
import './theme/tones.css';
import './theme/base.css';
import './theme/first.css';

const turn = (): Promise<void> => new Promise((run) => setTimeout(run));

/** Each part of the program is evaluated in a task of its own, so that a slow device can paint and respond in between. */
async function main(): Promise<void> {
  // Ends the task that has read the page.
  await turn();
  await import('react-dom/client');
  await turn();
  const { begin } = await import('./app/begin.tsx');
  await turn();
  await begin();
}

void main();
