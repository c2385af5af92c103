namespace Answerable.Model.Journal;

/// <summary>Where a fact comes from. Typed at source, so that nothing rehearsed or invented is ever read as performance.</summary>
public enum FactKind
{
    Live = 0,
    Imported = 1,
    Trial = 2,
    Drill = 3,
    Simulated = 4,
    Demo = 5,
}
