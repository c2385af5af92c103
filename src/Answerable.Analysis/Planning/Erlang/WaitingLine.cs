using System.Runtime.CompilerServices;
using Answerable.Simulation.Numerics;

namespace Answerable.Analysis.Planning.Erlang;

/// <summary>
/// The waiting part of a birth-death queue, summed once: arrivals at λ, n agents at μ each, impatience θ a waiting contact,
/// and room for a limited or unlimited number waiting. All shares are of steady-state time, which Poisson arrivals see.
/// </summary>
/// <remarks>
/// <para>
/// Weights t(m) of "m waiting" relative to "all busy, none waiting": t(0) = 1, t(m) = t(m-1)·λ/(nμ+mθ). Below them stand
/// the states with an agent free, of weight 1/B - 1.
/// </para>
/// <para>
/// A contact that finds m waiting is answered with probability nμ/(nμ+(m+1)θ), after m+1 stages of rates nμ+iθ; such a sum is
/// -ln(X)/θ with X ~ Beta(nμ/θ+1, m+1). So the number of stages past in T is negative binomial (Poisson when θ = 0), with
/// weights p(i) = p(i-1)·y·(nμ+(i-1)θ)/i, p(0) = e^(-nμT), y = (1-e^(-θT))/θ, and both the answered-in-time and the
/// still-waiting shares are sums of products t·p of positive numbers: no quadrature, and no digits lost however small the share.
/// </para>
/// <para>
/// Sources: C. Palm (1937); O. Garnett, A. Mandelbaum, M. Reiman, M&amp;SOM 4 (2002); the beta form of the stages is Rényi's
/// representation. Time O(√(λ/θ) + (λ-nμ)⁺/θ) or O(places to wait); no allocation.
/// </para>
/// </remarks>
internal readonly struct WaitingLine
{
    /// <summary>Places to wait without end.</summary>
    public const int Unlimited = int.MaxValue;

    private const double Huge = 1e100;
    private static readonly double LogHuge = Math.Log(Huge);

    /// <summary>P(an agent is free).</summary>
    public double AgentFree { get; private init; }

    /// <summary>P(all agents busy and a place left to wait).</summary>
    public double Waits { get; private init; }

    /// <summary>P(no place left to wait); 0 for an unlimited line.</summary>
    public double Full { get; private init; }

    /// <summary>Mean number waiting.</summary>
    public double MeanWaiting { get; private init; }

    /// <summary>P(waits and is then answered).</summary>
    public double AnsweredLate { get; private init; }

    /// <summary>Mean of (wait, if answered; else 0), in seconds.</summary>
    public double AnsweredWait { get; private init; }

    /// <summary>P(waits and is answered within the target).</summary>
    public double AnsweredInTime { get; private init; }

    /// <summary>P(still waiting when the target passes).</summary>
    public double StillWaiting { get; private init; }

    /// <summary>Sums the line.</summary>
    /// <param name="load">λ and μ.</param>
    /// <param name="agents">n.</param>
    /// <param name="places">Places to wait; <see cref="int.MaxValue"/> for no limit, which needs θ above zero.</param>
    /// <param name="impatience">θ, a second; 0 for contacts that never leave.</param>
    /// <param name="target">T, in seconds, from zero.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // a first requirement should not wait for the loop to be found hot
    public static WaitingLine Of(Load load, int agents, int places, double impatience, double target)
    {
        double arrivals = load.ArrivalRate, service = agents * load.ServiceRate;
        double weight = 1, unit = 1, open = 0;                             // t(m), what weight 1 has become by rescaling, Σt up to m-1
        double queue = 0, late = 0, stages = 0, stageWait = 0;             // Σm·t, Σ_{m≥1}t, Σ_{1≤i≤m}1/(nμ+iθ), Σt·stages
        double passing = 1, pending = -service * target;                   // p(i), and the logarithm of its scale
        double passed = service, reached = 1, inTime = 0, still = 1;       // Σp(nμ+iθ), Σp, Σp(nμ+iθ)·late, Σt·reached
        double span = Exponentials.Discounted(target, impatience), rate = service;

        var m = 0;
        while (m < places && weight > 0)
        {
            m++;
            open += weight;
            passing *= span * rate / m;
            rate = service + m * impatience;
            var stage = 1 / rate;
            weight *= arrivals * stage;
            stages += stage;
            queue += m * weight;
            late += weight;
            stageWait += weight * stages;
            passed += passing * rate;
            inTime += passing * rate * late;
            reached += passing;
            still += weight * reached;

            if (weight > Huge)
            {
                (weight, unit, open, queue) = (weight / Huge, unit / Huge, open / Huge, queue / Huge);
                (late, stageWait, inTime, still) = (late / Huge, stageWait / Huge, inTime / Huge, still / Huge);
            }
            if (passing > Huge)
            {
                (passing, passed, inTime) = (passing / Huge, passed / Huge, inTime / Huge);
                (reached, still, pending) = (reached / Huge, still / Huge, pending + LogHuge);
            }
            if (places == Unlimited && weight * m < 1e-16 * queue && IsNegligibleBeyond(weight, m, arrivals / (rate + impatience), queue))
                break;
        }

        var below = unit == 0 ? 0 : ErlangB.Below(load.Erlangs, agents) * unit;
        var total = below + open + weight;
        if (double.IsInfinity(total))
            return new WaitingLine { AgentFree = 1 };
        double scale = Math.Exp(pending), stay = Math.Exp(-impatience * target), answered = service / arrivals;
        var notPassed = 1 - stay * scale / service * passed;
        if (notPassed < 1e-3)
            notPassed = stay * scale / service * Beyond(m, passing, service, impatience, span);
        return new WaitingLine
        {
            AgentFree = below / total,
            Waits = (places == Unlimited ? open + weight : open) / total,
            Full = places == Unlimited ? 0 : weight / total,
            MeanWaiting = queue / total,
            AnsweredLate = answered * late / total,
            AnsweredWait = answered * stageWait / total,
            AnsweredInTime = (stay * inTime * scale / arrivals + answered * late * notPassed) / total,
            StillWaiting = stay * still * scale / total,
        };
    }

    /// <summary>Σ_{i>m} p(i)·(nμ+iθ), where the terms are falling: the small remainder that 1 - Σ_{i≤m} would round away.</summary>
    private static double Beyond(int m, double passing, double service, double impatience, double span)
    {
        double sum = 0, term = double.MaxValue;
        while (term * m > 1e-17 * sum)
        {
            passing *= span * (service + m * impatience) / (m + 1);
            m++;
            term = passing * (service + m * impatience);
            sum += term;
        }
        return sum;
    }

    /// <summary>Whether the terms of Σm·t(m) after the m-th, which shrink at least by <paramref name="ratio"/>, are lost in its rounding.</summary>
    private static bool IsNegligibleBeyond(double weight, int m, double ratio, double queue) =>
        ratio < 1 && weight * ratio * (m + 1 / (1 - ratio)) < 1e-17 * queue * (1 - ratio);
}
