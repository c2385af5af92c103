namespace Answerable.Model.Journal;

public readonly record struct ImportId(Guid Value) : IStrongId<ImportId>
{
    public static ImportId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}
