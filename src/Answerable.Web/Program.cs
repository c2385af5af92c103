using Answerable.Web.CommandLine;

if (Verbs.Asked(args))
    return await Verbs.RunAsync(args);

var app = WebApplication.CreateBuilder(args).Build();
await app.RunAsync();
return 0;
