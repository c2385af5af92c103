using System.Globalization;
using System.Security.Cryptography;
using Answerable.App.Acts;
using Answerable.App.People;
using Answerable.Model;
using Answerable.Model.People;
using Answerable.Web.Shared;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;

namespace Answerable.Web.People;

/// <summary>What a browser and its person's device say to each other about passkeys, and what comes of it.</summary>
internal static class PasskeyEndpoints
{
    private const string Asked = "answerable-passkey";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private static readonly Refusal NotTaken =
        new("sign-in.passkey", "That passkey was not taken. Try again, or sign in with your password.");
    private static readonly Refusal NotMade = new("passkey.not-made", "Your device made no passkey that can be kept. Try again.");

    public static void MapPasskeys(this IEndpointRouteBuilder app)
    {
        app.MapPost("/sign-in/passkey/options", ToSignInAsync).OpenTo(Permission.Anyone, "what a device is asked before anybody is known");
        app.MapPost("/sign-in/passkey", SignInAsync).Does<SignInByPasskey>();
        var own = app.MapGroup("/account/passkeys");
        own.MapPost("/options", ToMakeAsync).OpenTo(Permission.SignedIn, "what a device is asked, of nobody but the one who asks");
        own.MapPost("", AddAsync).Does<AddPasskey>();
        own.MapPost("/name", RenameAsync).Does<RenamePasskey>();
        own.MapPost("/removal", RemoveAsync).Does<RemovePasskey>();
    }

    private static async Task<IResult> ToSignInAsync(HttpContext http, Passkeys passkeys)
    {
        var (options, state) = await passkeys.ToSignInAsync(http);
        return Ask(http, options, state);
    }

    private static async Task<IResult> SignInAsync(
        HttpContext http, Passkeys passkeys, Dispatcher dispatcher, [FromForm] string? credential, [FromQuery] string? back)
    {
        var (state, at) = Take(http);
        if (state is null || await passkeys.ShownAsync(credential ?? "", state, http) is not { } shown)
            return Reply.Page<SignInPage>(new() { ["Refusals"] = new[] { NotTaken } }, StatusCodes.Status422UnprocessableEntity);
        var act = new SignInByPasskey(shown, at) { From = KnownBrowser.CallerOf(http) };
        switch ((await dispatcher.DoAsync(act, Actor.System, http.RequestAborted)).Value)
        {
            case Entrance.Open open:
                await SessionCookie.OpenAsync(http, open.Session);
                return Reply.See(SafeBack.Of(back));
            case var turned:
                return Reply.Page<SignInPage>(new() { ["Refusals"] = new[] { (turned as Entrance.TurnedAway)?.Why ?? NotTaken } },
                    StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<IResult> ToMakeAsync(HttpContext http, Passkeys passkeys, Dispatcher dispatcher)
    {
        var who = ActorOf.User(http.User)!;
        var account = (await dispatcher.AskAsync(new OwnAccount(), who, http.RequestAborted)).Value;
        var (options, state) = await passkeys.ToMakeAsync(who.Id, account.Email, who.Name, http);
        return Ask(http, options, state);
    }

    private static async Task<IResult> AddAsync(HttpContext http, Passkeys passkeys, Dispatcher dispatcher, [FromForm] IFormCollection form)
    {
        if (Take(http).State is not { } state || await passkeys.MadeAsync(form["credential"].ToString(), state, http) is not { } made)
            return Reply.Again<PasskeysPage>([NotMade], form, null);
        var act = new AddPasskey(made, form["Name"].ToString(), form["Current"].ToString());
        return await RenewedAsync(await dispatcher.DoAsync(act, ActorOf.User(http.User)!, http.RequestAborted), http, form);
    }

    private static async Task<IResult> RenameAsync(HttpContext http, Dispatcher dispatcher, [FromForm] Guid? passkey, [FromForm] string? name) =>
        Reply.Of(await dispatcher.DoAsync(new RenamePasskey(passkey ?? Guid.Empty, name ?? ""), ActorOf.User(http.User)!, http.RequestAborted),
            _ => "/account/passkeys");

    private static async Task<IResult> RemoveAsync(HttpContext http, Dispatcher dispatcher, [FromForm] IFormCollection form)
    {
        var act = new RemovePasskey(Guid.TryParse(form["passkey"], out var known) ? known : Guid.Empty, form["Current"].ToString());
        return await RenewedAsync(await dispatcher.DoAsync(act, ActorOf.User(http.User)!, http.RequestAborted), http, form);
    }

    private static async Task<IResult> RenewedAsync(Outcome<Entrance> outcome, HttpContext http, IFormCollection form)
    {
        if (!outcome.Allowed)
            return Reply.Again<PasskeysPage>(outcome.Refusals, form, null);
        return await SessionCookie.RenewAsync(http, outcome.Value) is { } why
            ? Reply.Again<PasskeysPage>([why], form, null) : Reply.See("/account/passkeys");
    }

    /// <summary>What was asked, and when, goes along with the browser, sealed: an answer is good for that alone.</summary>
    private static IResult Ask(HttpContext http, string options, string state)
    {
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        http.Response.Cookies.Append(Asked, Protector(http).Protect($"{now.UtcTicks.ToString(CultureInfo.InvariantCulture)} {state}"),
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = http.Request.IsHttps,
                IsEssential = true,
                MaxAge = Lifetime,
            });
        return Results.Content(options, "application/json");
    }

    private static (string? State, DateTimeOffset At) Take(HttpContext http)
    {
        if (http.Request.Cookies[Asked] is not { } sent)
            return (null, default);
        http.Response.Cookies.Delete(Asked);
        try
        {
            var parts = Protector(http).Unprotect(sent).Split(' ', 2);
            var at = new DateTimeOffset(long.Parse(parts[0], CultureInfo.InvariantCulture), TimeSpan.Zero);
            return at + Lifetime > http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow() ? (parts[1], at) : (null, default);
        }
        catch (CryptographicException)
        {
            return (null, default);
        }
    }

    private static IDataProtector Protector(HttpContext http) =>
        http.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("Answerable.Passkeys");
}
