// A stream that opens anew however it ended, and then says every name once: what happened meanwhile is read by whoever hears it.
export class Source {
  private readonly names = new Set<string>();
  private stream?: EventSource;
  private opening?: ReturnType<typeof setTimeout>;
  private wait = 1000;
  private broken = false;

  constructor(private readonly address: string, private readonly tell: (name: string) => void) {
    this.open();
  }

  hear(name: string): void {
    if (this.names.has(name)) return;
    this.names.add(name);
    this.stream!.addEventListener(name, () => this.tell(name));
  }

  close(): void {
    clearTimeout(this.opening);
    this.stream!.close();
  }

  private open(): void {
    const stream = new EventSource(this.address);
    this.stream = stream;
    for (const name of this.names) stream.addEventListener(name, () => this.tell(name));
    stream.onopen = () => {
      this.wait = 1000;
      if (!this.broken) return;
      this.broken = false;
      this.names.forEach(this.tell);
    };
    stream.onerror = () => {
      this.broken = true;
      // The browser tries again by itself where the line broke, but not where it was refused: the session may have ended, and begin again.
      if (stream.readyState !== EventSource.CLOSED) return;
      this.opening = setTimeout(() => this.open(), this.wait);
      this.wait = Math.min(this.wait * 2, 60_000);
    };
  }
}
