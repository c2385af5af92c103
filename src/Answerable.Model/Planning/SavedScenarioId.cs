namespace Answerable.Model.Planning;

public readonly record struct SavedScenarioId(Guid Value) : IStrongId<SavedScenarioId>
{
    public static SavedScenarioId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}
