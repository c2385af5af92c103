namespace Answerable.Model.Journal;

public readonly record struct CaseId(Guid Value) : IStrongId<CaseId>
{
    public static CaseId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}
