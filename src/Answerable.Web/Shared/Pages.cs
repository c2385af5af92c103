using System.Globalization;
using Answerable.App.Storage;
using Answerable.Model.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;

namespace Answerable.Web.Shared;

/// <summary>What all pages stand on: rendering, permissions, headers, errors, static files.</summary>
internal static class Pages
{
    public static void AddPages(this IServiceCollection services)
    {
        CultureInfo.DefaultThreadCurrentCulture = Local.British;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.DefaultThreadCurrentCulture;
        services.AddRazorComponents();
        services.AddCascadingAuthenticationState();
        services.AddHttpContextAccessor();
        services.AddSingleton<Answerable.App.Acts.IWhereabouts, Whereabouts>();
        services.AddAuthorization(Permitted.AddPolicies);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "answerable-form";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddDataProtection().SetApplicationName("Answerable");
        services.KeepKeysInDatabase();
        services.AddSingleton<Bundle>();
    }

    public static void UsePages(this WebApplication app)
    {
        app.UseHeadAsGet();
        app.UseSecurityHeaders();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            CreateScopeForErrors = true,
            ExceptionHandler = Broken.AnswerAsync,
            SuppressDiagnosticsCallback = Broken.IsNoFault,
        });
        app.UseLocal();
        app.UseWhen(http => !HttpMethods.IsGet(http.Request.Method), writing => writing.Use(Broken.SayWhyAsync));
        app.UseWhen(http => HttpMethods.IsGet(http.Request.Method),
            reading => reading.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true));
        Pressed.Use(app);
        app.UseMaskedAddresses(); // Before anybody is sent to sign in, and back here.
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseReadableQuery();
        app.UseFormTokens();
        app.UseReadableForm();
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapRazorComponents<App>();
        app.MapPost("/theme", ThemeChoice.Choose).OpenTo(Permission.Anyone, "how pages look in this browser");
        app.MapFallback("{*path}", () => Results.NotFound()).OpenTo(Permission.Anyone, "says that nothing is there");
        app.MapHealth();
    }
}
