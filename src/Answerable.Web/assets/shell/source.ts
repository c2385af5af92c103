// A stream that opens anew however it ended, and then says every name once: what happened meanwhile is read by whoever hears it. That it was turned
// away, and that it opens again after that, it says too: the session may have ended, and begun again.
export const turnedAway = "turned away";
export const letIn = "let in";

export class Source {
  private readonly names = new Set<string>();
  private stream?: EventSource;
  private opening?: ReturnType<typeof setTimeout>;
  private wait = 1000;
  private broken = false;
  private readonly signedIn = new BroadcastChannel("signed-in");

  constructor(private readonly address: string, private readonly tell: (name: string) => void) {
    // Whoever has signed in again, in whichever window, waits no longer.
    this.signedIn.addEventListener("message", () => {
      if (this.opening === undefined) return;
      clearTimeout(this.opening);
      this.open();
    });
    this.open();
  }

  hear(name: string): void {
    if (this.names.has(name)) return;
    this.names.add(name);
    this.stream!.addEventListener(name, () => this.tell(name));
  }

  close(): void {
    clearTimeout(this.opening);
    this.signedIn.close();
    this.stream!.close();
  }

  private open(): void {
    this.opening = undefined;
    const stream = new EventSource(this.address);
    this.stream = stream;
    for (const name of this.names) stream.addEventListener(name, () => this.tell(name));
    stream.onopen = () => {
      this.wait = 1000;
      if (!this.broken) return;
      this.broken = false;
      this.tell(letIn);
      this.names.forEach(this.tell);
    };
    stream.onerror = () => {
      this.broken = true;
      // The browser tries again by itself where the line broke, but not where it was refused.
      if (stream.readyState !== EventSource.CLOSED) return;
      this.tell(turnedAway);
      this.opening = setTimeout(() => this.open(), this.wait);
      this.wait = Math.min(this.wait * 2, 60_000);
    };
  }
}
