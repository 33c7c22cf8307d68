/** For the rooms that are compiled without the DOM's types: there a port is only passed on. */
interface MessagePort {
  close(): void;
}
