using Answerable.Simulation.Statistics;

namespace Answerable.Simulation.Replications;

/// <summary>What a study that stops at a wanted error came to.</summary>
/// <param name="Results">Every replication's result, in order.</param>
/// <param name="Figures">The figures asked for, in order.</param>
/// <param name="Satisfied">True when all reached the wanted error; false when the most replications allowed were not enough.</param>
public sealed record SequentialStudy<T>(IReadOnlyList<T> Results, IReadOnlyList<Estimate> Figures, bool Satisfied);
