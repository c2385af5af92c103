using Answerable.App.Acts;
using Answerable.App.People;
using Answerable.App.Storage;
using Answerable.Model.People;
using Microsoft.Extensions.DependencyInjection;

namespace Answerable.DatabaseTests.People;

/// <summary>People who join a centre and sign in to it, step by step: what is read beside the writer, then the act.</summary>
internal static class AtTheDoor
{
    public const string Password = "four unrelated words here";
    public const string NewPassword = "five other unrelated words here";
    public static readonly string Key = Base32.Of(Enumerable.Range(1, 20).Select(number => (byte)number).ToArray());

    public static string Email(string name) => $"{name}@centre.example";

    /// <summary>Invited, with the password chosen; an administrator is there beside them, so that nobody is the last.</summary>
    public static async Task<Actor> JoinAsync(this TestCentre centre, string name, Role role = Role.Agent)
    {
        var invitation = (await centre.DoAsync(new InvitePerson(name, Email(name), [role], null))).Value;
        Assert.True((await centre.DoAsync(new AcceptInvitation(invitation.Token, Password, Password))).Allowed);
        return Actor.Of(invitation.Person, name, [role], null);
    }

    public static async Task<TestCentre> WithAdministratorAsync(this Task<TestCentre> opening)
    {
        var centre = await opening;
        await centre.JoinAsync("imran", Role.Administrator);
        return centre;
    }

    /// <summary>The first half of a sign-in: what is read and judged beside the writer.</summary>
    public static async Task<JudgedPassword> TypedAsync(this TestCentre centre, string name, string password = Password)
    {
        await using var db = centre.OpenDb();
        var reading = new ReadingContext(db, Actor.System, centre.Time.GetUtcNow());
        return (await SigningInAt(centre).Prepare(new SignIn(Email(name), password), reading, CancellationToken.None)).Value;
    }

    /// <summary>The second half: what is decided inside, however much has happened in between.</summary>
    public static async Task<Entrance> EnterAsync(this TestCentre centre, JudgedPassword typed) =>
        (await centre.Writer.RunAsync(nameof(SignIn), Lane.Desk, db =>
        {
            var context = new ActContext(db, Actor.System, centre.Time.GetUtcNow());
            return (context, SigningInAt(centre).Decide(new SignIn("", ""), typed, context, CancellationToken.None));
        }, CancellationToken.None)).Value;

    public static async Task<Entrance> SignInAsync(this TestCentre centre, string name, string password = Password) =>
        (await centre.DoAsync(new SignIn(Email(name), password))).Value;

    public static async Task<Entrance> CodeAsync(this TestCentre centre, Entrance halfWay, string code)
    {
        var asks = Assert.IsType<Entrance.AsksForCode>(halfWay);
        return (await centre.DoAsync(new SignInByCode(asks.Person, asks.Stamp, code))).Value;
    }

    /// <summary>Turned on a while ago, so that the code of now is unused. Returns the recovery codes.</summary>
    public static async Task<IReadOnlyList<string>> SetSecondFactorAsync(this TestCentre centre, Actor who)
    {
        var recovery = (await centre.DoAsync(new TurnSecondFactorOn(Key, centre.CodeNow(), Password), who)).Value;
        centre.Time.Pass(TimeSpan.FromMinutes(5));
        return recovery.Codes;
    }

    public static string CodeNow(this TestCentre centre) => OneTimeCode.At(Key, centre.Time.GetUtcNow());

    private static IHandle<SignIn, JudgedPassword, Entrance> SigningInAt(TestCentre centre) =>
        centre.Services.GetRequiredService<IHandle<SignIn, JudgedPassword, Entrance>>();

    public static Session Opened(this Entrance entrance) => Assert.IsType<Entrance.Open>(entrance).Session;

    public static string Away(this Entrance entrance) => Assert.IsType<Entrance.TurnedAway>(entrance).Why.Code;
}
