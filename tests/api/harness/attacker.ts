// Somebody who knows everything that is published, and adds and subtracts. What cannot be told
// apart from another number stays secret; what is the only solution is found.

export type Equation = Map<string, bigint>;

const prime = 2_147_483_647n;
const mod = (value: bigint) => ((value % prime) + prime) % prime;

function inverse(value: bigint): bigint {
  let result = 1n;
  let base = mod(value);
  for (let power = prime - 2n; power > 0n; power /= 2n) {
    if (power % 2n === 1n) result = mod(result * base);
    base = mod(base * base);
  }
  return result;
}

export class Attacker {
  /** Reduced equations, by the unknown that each one leads with. */
  private readonly known = new Map<string, Equation>();

  /** That these numbers, each so many times, add up to something that is known. */
  knows(parts: Iterable<[string, number]>): void {
    const equation: Equation = new Map();
    for (const [name, times] of parts) {
      equation.set(name, mod((equation.get(name) ?? 0n) + BigInt(times)));
    }
    const rest = this.reduced(equation);
    const [lead] = [...rest].find(([, times]) => times !== 0n) ?? [];
    if (lead === undefined) return;
    const factor = inverse(rest.get(lead) ?? 1n);
    this.known.set(lead, new Map([...rest].map(([name, times]) => [name, mod(times * factor)])));
  }

  /** Whether only one number fits. */
  finds(name: string): boolean {
    return [...this.reduced(new Map([[name, 1n]])).values()].every((times) => times === 0n);
  }

  private reduced(equation: Equation): Equation {
    const rest = new Map(equation);
    // An equation holds no lead of one that came before it, so going round once in their order
    // would do; new leads that come in are taken care of by going round until there is none.
    for (;;) {
      const lead = [...rest].find(([name, times]) => times !== 0n && this.known.has(name))?.[0];
      if (lead === undefined) return rest;
      const times = rest.get(lead) ?? 0n;
      for (const [name, own] of this.known.get(lead) ?? []) {
        rest.set(name, mod((rest.get(name) ?? 0n) - times * own));
      }
    }
  }
}

/** Numbers that look random and are the same in every run. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}
