using Answerable.Model.People;

namespace Answerable.App.Acts;

/// <summary>The permission an act or a reading demands. One without it is refused to everybody.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(Permission permission) : Attribute
{
    public Permission Permission { get; } = permission;
}
