namespace Answerable.Model.Conduct;

/// <summary>What moves came to, as facts and commands in their order. Where nobody reads them none are written.</summary>
public sealed class Minutes
{
    private readonly List<WalkFact> _facts = [];
    private List<Command>? _commands;

    public IReadOnlyList<WalkFact> Facts => _facts;
    public IReadOnlyList<Command> Commands => _commands ?? [];

    internal void Write(WalkFact fact) => _facts.Add(fact);

    internal void Write(Command command) => (_commands ??= []).Add(command);

    /// <summary>Begins anew, once what stood here has been read.</summary>
    public void Clear()
    {
        _facts.Clear();
        _commands?.Clear();
    }
}
