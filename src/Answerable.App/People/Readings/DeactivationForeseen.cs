using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;
using Microsoft.EntityFrameworkCore;

namespace Answerable.App.People;

/// <summary>What would happen were a person deactivated now, before anybody does it.</summary>
[Needs(Permission.AdministerPeople)]
[Unscoped("administrators answer for everybody's access, in whichever team")]
public sealed record DeactivationForeseen(PersonId Person) : IReading<DeactivationForeseen.View>
{
    /// <param name="Follows">What becomes of what they have in hand, in a sentence each.</param>
    /// <param name="Barred">Why whoever looks may not do it; null where they may.</param>
    public sealed record View(string Name, bool Active, IReadOnlyList<string> Follows, Refusal? Barred);

    internal sealed class Reader(IEnumerable<IFollowPerson> followers, IEnumerable<IEndWithPerson> enders)
        : IAnswer<DeactivationForeseen, View>
    {
        public async Task<Outcome<View>> Answer(DeactivationForeseen reading, ReadingContext context, CancellationToken stop)
        {
            if (await context.Db.Set<PersonRow>().SingleOrDefaultAsync(row => row.Id == reading.Person, stop) is not { } person)
                return PeopleRefusals.NotFound;
            var follows = new List<string>();
            foreach (var follower in followers)
                follows.AddRange(await follower.ForeseenAsync(context.Db, reading.Person, stop));
            foreach (var ender in enders)
                follows.AddRange(await ender.ForeseenAsync(context.Db, reading.Person, stop));
            return new View(person.Name, person.DeactivatedAt is null, follows,
                await Administrators.BarredAsync(context.Db, context.Who, reading.Person, stop));
        }
    }
}
