namespace Answerable.Analysis.Planning.Markov;

/// <summary>A small contact-centre design whose long-run figures are known exactly.</summary>
public interface ISteadyDesign
{
    /// <summary>Every reason why the design has no exact steady state; none when it has.</summary>
    IEnumerable<Fault> Faults();

    /// <summary>Its figures by name, in the order in which they are read; null where the design has too many states to solve.</summary>
    IReadOnlyDictionary<string, double>? Figures();
}
