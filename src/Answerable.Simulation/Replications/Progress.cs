namespace Answerable.Simulation.Replications;

/// <summary>How far a study has come.</summary>
/// <param name="Done">Replications finished.</param>
/// <param name="Wanted">Replications asked for so far; a study that stops at a wanted error may ask for more.</param>
public readonly record struct Progress(int Done, int Wanted);
