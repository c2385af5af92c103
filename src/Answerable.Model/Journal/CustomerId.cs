namespace Answerable.Model.Journal;

public readonly record struct CustomerId(Guid Value) : IStrongId<CustomerId>
{
    public static CustomerId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}
