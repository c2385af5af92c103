namespace Answerable.Simulation.Optimisation;

/// <summary>A whole variable that the relaxed optimum left fractional, in terms of the variables at rest.</summary>
internal sealed record FractionalRow(double Value, IReadOnlyList<RestingTerm> Terms);

/// <summary>A resting variable in a tableau row: how the basic one changes with it, and the bound on which it rests.</summary>
internal readonly record struct RestingTerm(int Variable, double Coefficient, double Bound, bool AtUpper);
