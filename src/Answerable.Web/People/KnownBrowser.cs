using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Answerable.App.People;
using Microsoft.AspNetCore.DataProtection;

namespace Answerable.Web.People;

/// <summary>
/// A browser that people have signed in with: by its cookie it is counted by itself, so that strangers who guess at somebody's password keep nobody
/// out who comes from their own. The cookie lets nobody in.
/// </summary>
internal static class KnownBrowser
{
    private const string Cookie = "answerable-browser";

    /// <summary>At a shared desk the last few who signed in.</summary>
    private const int Most = 12;

    public static Caller CallerOf(HttpContext http)
    {
        var (number, to) = Read(http);
        return new Caller(AddressOf(http.Connection.RemoteIpAddress), BrowserWords.Of(http.Request.Headers.UserAgent.ToString()))
        { Known = number, To = to };
    }

    public static void Remember(HttpContext http, PersonId person)
    {
        var (number, to) = Read(http);
        var people = to.Where(known => known != person).Prepend(person).Take(Most);
        var text = string.Join(' ', people.Select(known => known.Value).Prepend(number ?? App.Ids.New()).Select(id => id.ToString("N")));
        http.Response.Cookies.Append(Cookie, Protector(http).Protect(text), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(180),
        });
    }

    private static (Guid? Number, IReadOnlyList<PersonId> To) Read(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { } sent)
            return (null, []);
        try
        {
            var ids = Protector(http).Unprotect(sent).Split(' ').Select(Guid.Parse).ToArray();
            return (ids[0], [.. ids.Skip(1).Select(PersonId.From)]);
        }
        catch (CryptographicException)
        {
            // Of another centre, or made up: a browser like any other.
            return (null, []);
        }
    }

    private static IDataProtector Protector(HttpContext http) =>
        http.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("Answerable.KnownBrowser");

    /// <summary>Of the newer kind whoever has one has billions: they are counted by the network they are given out in.</summary>
    private static string? AddressOf(IPAddress? address) => address switch
    {
        null => null,
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}
