/** For the rooms that are compiled without the DOM's types: there a compiled module is only passed on. */
declare namespace WebAssembly {
  interface Module {
    readonly [Symbol.toStringTag]?: 'WebAssembly.Module';
  }
}
