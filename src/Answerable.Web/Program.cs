using System.Net.Sockets;
using Answerable.App;
using Answerable.App.Storage;
using Answerable.Web;
using Answerable.Web.CommandLine;
using Answerable.Web.Operations;
using Answerable.Web.Shared;
using Microsoft.Extensions.Logging.Console;

if (Verbs.Asked(args))
    return await Verbs.RunAsync(args);

var asked = AskedServer.Of(args);
if (Verbs.Misread(asked.Options) is { } exit)
    return exit;

ServeSettings settings;
try
{
    settings = asked.Follow();
}
catch (DatabaseUnfitException unfit)
{
    return Exit.Because(unfit.Message);
}

try
{
    await ServeAsync(settings);
    return Exit.Done;
}
catch (Exception unopened) when (unopened is DatabaseUnfitException or IOException or SocketException)
{
    return Exit.Because(FullDisk.Told(unopened, settings.Database) ?? Unopened.Told(unopened, settings.Urls));
}
catch (Exception unforeseen)
{
    // What a server says goes to its log: there it stands with where it was.
    return Exit.Unforeseen(unforeseen, verbose: true);
}

static async Task ServeAsync(ServeSettings settings)
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings.Rest, ContentRootPath = AppContext.BaseDirectory });
    var certificate = ServerCertificate.Of(settings);
    builder.WebHost.UseUrls(settings.Urls + Telemetry.Url(settings)).ConfigureKestrel(kestrel =>
    {
        kestrel.AddServerHeader = false;
        if (certificate is not null)
            kestrel.ConfigureHttpsDefaults(certificate.Use);
    });
    // What the mapper throws is caught and said once, where it is known what it stood in the way of; by itself it says it twice more, with its stack.
    builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
        .AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None) // Whoever asks is told.
        .AddFilter("Microsoft.EntityFrameworkCore.Database.Connection", LogLevel.None)
        .AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None)
        .AddFilter("Microsoft.EntityFrameworkCore.Query", LogLevel.None)
        .AddFilter("Microsoft.EntityFrameworkCore.Update", LogLevel.None)
        .AddConsole(options => options.FormatterName = LogLine.Name).AddConsoleFormatter<LogLine, ConsoleFormatterOptions>();
    builder.Services.AddSingleton(new LogForm(settings.Log == LogForm.Json));
    builder.AddTelemetry(settings);
    builder.Services.AddAnswerable(settings.Database, settings.KeyFile).AddAnswerableServer();
    if (certificate is not null)
        builder.Services.AddSingleton(certificate).AddHostedService<CertificateWatch>();
    PublicAddress.Add(builder.Services, settings);
    builder.Services.AddPages();
    builder.Services.StayUp();
    foreach (var module in Modules.All)
        module.AddTo(builder.Services, builder.Configuration);

    var app = builder.Build();
    app.UseTelemetry(settings);
    PublicAddress.Use(app, settings);
    app.UsePages();
    foreach (var module in Modules.All)
        module.Use(app);
    app.MapPages();
    foreach (var module in Modules.All)
        module.MapTo(app);

    FreePorts.Look(app, settings.Urls + Telemetry.Url(settings));
    await CentreOpening.OpenAsync(app, settings);
    await app.RunAsync();
}
