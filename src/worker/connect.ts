import type { Exchange } from '../engine/passes/exchange.ts';

/** This thread's end of a connection to another; `onArrival` is called for each message that arrives. */
export function connect<In, Out>(port: MessagePort, onArrival: () => void): Exchange<In, Out> {
  const arrived: In[] = [];
  port.addEventListener('message', ({ data }: MessageEvent<In>) => {
    arrived.push(data);
    onArrival();
  });
  port.start();
  return {
    take: () => arrived.shift() ?? null,
    send: (message, buffer) => port.postMessage(message, buffer === null ? [] : [buffer]),
  };
}
