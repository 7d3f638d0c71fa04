/**
 * The event loop of a page, played: messages, timers and the clock are the test's own, so that what calculates in slices
 * can be interrupted at any turn, and again at the same one.
 */

interface Timer {
  due: number;
  run: () => void;
}

const real = {
  setTimeout: globalThis.setTimeout,
  clearTimeout: globalThis.clearTimeout,
  MessageChannel: globalThis.MessageChannel,
  setImmediate: globalThis.setImmediate,
  now: performance.now,
};

/** Of all loops: whoever has a timer of an earlier one left stops no other with it. */
let lastTimer = 0;

export class EventLoop {
  private readonly messages: (() => void)[] = [];
  private readonly timers = new Map<number, Timer>();
  private milliseconds = 0;

  constructor(private readonly random: () => number) {}

  /** From now on until `restore`, whatever waits waits for this loop. */
  install(): void {
    const { messages, timers } = this;
    globalThis.setTimeout = ((run: () => void, delay = 0) => {
      timers.set(++lastTimer, { due: this.milliseconds + delay, run });
      return lastTimer;
    }) as typeof setTimeout;
    globalThis.clearTimeout = ((timer?: number) => {
      if (timer !== undefined) timers.delete(timer);
    }) as typeof clearTimeout;
    class Channel {
      readonly port1 = { onmessage: null as (() => void) | null, close: () => undefined };
      readonly port2 = { postMessage: () => messages.push(() => this.port1.onmessage?.()), close: () => undefined };
    }
    globalThis.MessageChannel = Channel as unknown as typeof MessageChannel;
    // Whoever looks at the clock finds that a moment has passed, or longer than a slice lasts.
    let seen = 0;
    performance.now = () => (seen += this.random() < 0.4 ? 13 : 1);
  }

  restore(): void {
    const { setTimeout, clearTimeout, MessageChannel, now } = real;
    Object.assign(globalThis, { setTimeout, clearTimeout, MessageChannel });
    performance.now = now;
  }

  /** One message or one timer, with all that follows from it at once. @returns false if there was none */
  async turn(): Promise<boolean> {
    const [id, next] = [...this.timers].reduce<[number, Timer | null]>(
      (first, [key, timer]) => (first[1] && first[1].due <= timer.due ? first : [key, timer]),
      [0, null],
    );
    const isDue = next !== null && next.due <= this.milliseconds;
    if (this.messages.length > 0 && (!isDue || this.random() < 0.7)) {
      this.messages.shift()!();
    } else {
      if (!next) return false;
      this.timers.delete(id);
      this.milliseconds = Math.max(this.milliseconds, next.due);
      next.run();
    }
    this.milliseconds += this.random() < 0.1 ? 30 : 1;
    await this.promises();
    return true;
  }

  /** All promises that are settled have been heard. */
  promises(): Promise<void> {
    return new Promise((resolve) => real.setImmediate(resolve));
  }
}
