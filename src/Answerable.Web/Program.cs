using Answerable.App;
using Answerable.App.Conduct;
using Answerable.App.Import;
using Answerable.Web.Api;
using Answerable.Web.Authority;
using Answerable.Web.CommandLine;
using Answerable.Web.Conduct;
using Answerable.Web.Import;
using Answerable.Web.Keys;
using Answerable.Web.Measures;
using Answerable.Web.People;
using Answerable.Web.Planning;
using Answerable.Web.Procedures;
using Answerable.Web.Shared;

if (Verbs.Asked(args))
    return await Verbs.RunAsync(args);

var settings = ServeSettings.From(args);
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings.Rest, ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.UseUrls(settings.Urls).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
builder.Services.AddAnswerable(settings.Database);
builder.Services.AddPages();
builder.Services.AddSigningIn(builder.Configuration);
builder.Services.AddApi();
builder.Services.AddImportWorker();
builder.Services.MissAbsent();

var app = builder.Build();
app.UsePages();
app.UseAttendance();
app.MapPages();
app.MapPeople();
app.MapProcedures();
app.MapApi();
app.MapImport();
app.MapKeys();
app.MapMeasures();
app.MapPlanning();
app.MapDesk();
app.MapReferrals();
app.MapAuthority();

await Opening.OpenAsync(app, settings);
await app.RunAsync();
return 0;
