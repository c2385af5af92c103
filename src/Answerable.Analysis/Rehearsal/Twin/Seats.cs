using Answerable.Model.People;

namespace Answerable.Analysis.Rehearsal.Twin;

/// <summary>The people of each group, invented: who is free is given work in turn, so that every fact names who did it.</summary>
internal sealed class Seats(IReadOnlyList<TwinLevel> levels)
{
    private readonly Stack<Actor>[] _free = [.. levels.Select(level =>
        new Stack<Actor>(Enumerable.Range(1, level.Servers).Reverse().Select(number => Of(level.Role, number))))];

    public Actor Sit(int group) => _free[group].Pop();

    public void Rise(int group, Actor person) => _free[group].Push(person);

    private static Actor Of(Role role, int number) =>
        Actor.Of(PersonId.From(new Guid(number, (short)role, 0x51ff, 0x5e, 0, 0, 0, 0, 0, 0, 0)), $"{role.Words()} {number}", [role], null);
}
