using Answerable.App.Acts;
using Answerable.App.Centre;
using Answerable.App.People;
using Answerable.App.Procedures;
using Answerable.Model;
using Answerable.Model.Centre;
using Answerable.Model.People;
using Answerable.Model.Procedures;

namespace Answerable.App.Demo;

/// <summary>
/// Takes the demo out whole: what people of their own made in a demo centre is done once more, by the product's own acts, in a centre that never saw
/// it. Nothing is taken out of the journal, which is only ever added to: the invented centre stays what it is, until its database is deleted.
/// </summary>
public static class DemoRemoval
{
    /// <param name="Invited">With their new one-time links.</param>
    /// <param name="Left">What could not be taken along, a sentence each.</param>
    public sealed record Taken(IReadOnlyList<Invited> Invited, int Types, int Procedures, int Openings, IReadOnlyList<string> Left);

    public sealed record Invited(string Name, string Email, string Token);

    public static async Task<Outcome<Taken>> IntoAsync(Dispatcher demo, CentreSettings said, Dispatcher own, CancellationToken stop)
    {
        if (!said.Demo)
            return new Refusal("demo.none", "This is no demo centre: there is nothing to take out of it.");
        if ((await own.AskAsync(new PeopleList(), Actor.System, stop)).Value.Total > 0
            || (await own.AskAsync(new ContactTypes(), Actor.System, stop)).Value.Types.Count > 0)
            return new Refusal("demo.into", "Somebody is at work in that database already. Name one that is not there yet, or is empty.");
        var left = new List<string>();
        var openings = await SettingsAsync(said, own, left, stop);
        var (types, procedures) = await ProceduresAsync(demo, own, left, stop);
        return new Taken(await PeopleAsync(demo, own, left, stop), types, procedures, openings, left);
    }

    private static async Task<int> SettingsAsync(CentreSettings said, Dispatcher own, List<string> left, CancellationToken stop)
    {
        var name = said.Name == DemoAccounts.Place ? CentreSettings.Usual.Name : said.Name;
        await DoAsync(own, new ChangeCentre(name, said.Zone, said.Currency.Code, said.Holidays?.Code() ?? "",
            AfterContactMinutes: said.AfterContactMinutes), "The centre's settings", left, stop);
        var openings = 0;
        foreach (var week in said.Hours.Weeks)
            if (await DoAsync(own, new ChangeOpeningWeek(week.Queue, [.. week.Days.Select(Written)], NewQueue: true),
                $"The opening hours of {Queue(week.Queue)}", left, stop))
                openings++;
        foreach (var day in said.Hours.Special)
            if (await DoAsync(own, new SetSpecialDay(day.Date, day.Queue, Written(day.Open), day.Why, NewQueue: true),
                $"The special day {day.Date:yyyy-MM-dd} of {Queue(day.Queue)}", left, stop))
                openings++;
        return openings;
    }

    private static string Written(IReadOnlyList<OpenSpan> spans) => spans.Count == 0 ? "" : OpenSpan.Words(spans);

    private static string Queue(string queue) => queue.Length == 0 ? "all queues" : queue;

    private static async Task<(int Types, int Procedures)> ProceduresAsync(Dispatcher demo, Dispatcher own, List<string> left, CancellationToken stop)
    {
        var (types, procedures) = (0, 0);
        foreach (var line in (await demo.AskAsync(new ContactTypes(), Actor.System, stop)).Value.Types.Where(line => !line.Demo))
        {
            if (!await DoAsync(own, new DefineContactType(line.Type), $"The contact type {line.Type.Name}", left, stop))
                continue;
            types++;
            if (line.Procedure is not { } procedure || (line.Next ?? line.InForce) is not { } version)
                continue;
            var chart = (await demo.AskAsync(new ChartOf(procedure, version), Actor.System, stop)).Value;
            if (await DoAsync(own, new DraftProcedure(line.Type.Code, chart), $"The procedure of {line.Type.Name}", left, stop))
                procedures++;
        }
        return (types, procedures);
    }

    private static async Task<List<Invited>> PeopleAsync(Dispatcher demo, Dispatcher own, List<string> left, CancellationToken stop)
    {
        var invited = new List<Invited>();
        var teams = new Dictionary<string, TeamId>();
        var first = (await demo.AskAsync(new PeopleList(), Actor.System, stop)).Value;
        var real = new List<PeopleList.Line>();
        for (var page = 1; page <= first.Pages; page++)
            real.AddRange((await demo.AskAsync(new PeopleList(Page: page), Actor.System, stop)).Value.People.Where(person => !person.Demo));
        foreach (var person in real)
            await InviteAsync(person.Name, person.Email, person.Roles, await TeamAsync(person.Team));
        // Without one nobody could let anybody else in.
        if (real.Count > 0 && !real.Exists(person => person.Roles.Contains(Role.Administrator)))
            await InviteAsync(FirstAdministrator.Name, FirstAdministrator.Email, FirstAdministrator.Invited.Roles, null);
        return invited;

        async Task InviteAsync(string name, string email, IReadOnlyList<Role> roles, TeamId? team)
        {
            var asked = await own.DoAsync(new InvitePerson(name, email, roles, team), Actor.CommandLine, stop);
            if (asked.Allowed)
                invited.Add(new Invited(name, email, asked.Value.Token));
            else
                left.Add($"{name}: {string.Join(" ", asked.Refusals)}");
        }

        // Of an invented team nobody real is a member any more.
        async Task<TeamId?> TeamAsync(string? name)
        {
            if (name is null || DemoTeams.All.Contains(name))
                return null;
            if (!teams.ContainsKey(name) && await own.DoAsync(new FormTeam(name), Actor.CommandLine, stop) is { Allowed: true } formed)
                teams[name] = formed.Value;
            return teams.TryGetValue(name, out var id) ? id : null;
        }
    }

    private static async Task<bool> DoAsync<TResult>(Dispatcher own, IAct<TResult> act, string what, List<string> left, CancellationToken stop)
    {
        var done = await own.DoAsync(act, Actor.CommandLine, stop);
        if (!done.Allowed)
            left.Add($"{what}: {string.Join(" ", done.Refusals)}");
        return done.Allowed;
    }
}
