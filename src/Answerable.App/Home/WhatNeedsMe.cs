using Answerable.App.Acts;
using Answerable.Model;
using Answerable.Model.People;

namespace Answerable.App.Home;

/// <summary>What waits for the one who looks, most pressing first; each with the page where it is done.</summary>
[Needs(Permission.SignedIn)]
public sealed record WhatNeedsMe : IReading<IReadOnlyList<WhatNeedsMe.Need>>
{
    /// <param name="Words">What it is, for one and for many.</param>
    public sealed record Need(int Count, string One, string Many, string Url, string Icon, bool Pressing = false)
    {
        public string Words => Count == 1 ? One : Many;
    }

    internal sealed class Reader : IAnswer<WhatNeedsMe, IReadOnlyList<Need>>
    {
        public async Task<Outcome<IReadOnlyList<Need>>> Answer(WhatNeedsMe reading, ReadingContext context, CancellationToken stop)
        {
            var needs = new List<Need>();
            if (context.Who.Person is null)
                return needs;
            if (context.Who.May(Permission.TakeReferrals))
                needs.AddRange(await LineNeeds.ReferralsAsync(context, stop));
            if (context.Who.May(Permission.HandleContacts))
                needs.AddRange(await LineNeeds.ContactsAsync(context, stop));
            if (context.Who.May(Permission.WriteProcedures) || context.Who.May(Permission.PublishProcedures))
                needs.AddRange(await DesignNeeds.ProceduresAsync(context, stop));
            if (context.Who.May(Permission.SetAuthority))
                needs.AddRange(await DesignNeeds.AuthorityAsync(context, stop));
            if (context.Who.May(Permission.AdministerPeople))
                needs.AddRange(await AdministrationNeeds.PeopleAsync(context, stop));
            return needs.Where(need => need.Count > 0).OrderByDescending(need => need.Pressing).ToList();
        }
    }
}
