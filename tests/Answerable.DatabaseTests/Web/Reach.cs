using System.Reflection;
using System.Runtime.CompilerServices;
using Answerable.App.Acts;
using Answerable.Model.People;
using Answerable.Tests.Architecture;
using Answerable.Web;

namespace Answerable.DatabaseTests.Web;

/// <summary>
/// Which acts and readings a page or an endpoint can come to, by its compiled code and that of all parts and methods of the pages' ring that it leads
/// to; and which permissions it looks at on the way (<c>Who.May&lt;...&gt;()</c>).
/// </summary>
internal sealed class Reach
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Assembly Pages = typeof(Entry).Assembly;
    private readonly HashSet<MemberInfo> _seen = [];

    public HashSet<Type> Asked { get; } = [];
    public HashSet<Permission> LookedAt { get; } = [];

    public static Reach Of(MemberInfo pageOrHandler)
    {
        var reach = new Reach();
        if (pageOrHandler is Type page)
            reach.Follow(page);
        else
            reach.Follow((MethodBase)pageOrHandler);
        return reach;
    }

    /// <summary>What those whom this opens to may not all do, and nothing on the way looks whether they may.</summary>
    public IEnumerable<Type> Unguarded(Func<Permission, bool> allMay) =>
        Asked.Where(asked => Needed.Of(asked) is { } needed && !allMay(needed) && !LookedAt.Contains(needed));

    private void Follow(Type type)
    {
        if (!_seen.Add(type))
            return;
        foreach (var method in type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)))
            Follow(method);
        foreach (var nested in type.GetNestedTypes(All))
            Follow(nested);
    }

    private void Follow(MethodBase method)
    {
        if (!_seen.Add(method))
            return;
        if (method.GetCustomAttribute<StateMachineAttribute>() is { } machine)
            Follow(machine.StateMachineType);
        foreach (var member in Code.Of(method))
            Meet(member);
    }

    private void Meet(MemberInfo member)
    {
        var owner = member as Type ?? member.DeclaringType!;
        if (owner.IsAssignableTo(typeof(IAct)) || owner.IsAssignableTo(typeof(IReading)))
            Asked.Add(owner);
        if (member is MethodInfo { IsGenericMethod: true, Name: nameof(Needed.May) } look && owner == typeof(Needed))
            LookedAt.Add(Needed.Of(look.GetGenericArguments()[0])!.Value);
        else if (member is MethodInfo { IsGenericMethod: true } generic)
            foreach (var part in generic.GetGenericArguments().Where(part => part.Assembly == Pages))
                Follow(part);
        if (member is MethodBase called && owner.Assembly == Pages)
            Follow(called);
    }
}
