namespace Answerable.Model.Procedures;

public readonly record struct ProcedureId(Guid Value) : IStrongId<ProcedureId>
{
    public static ProcedureId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}
