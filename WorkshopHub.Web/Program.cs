using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Demo;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.Screens;
using WorkshopHub.Web.Shared;
using WorkshopHub.Web.Workshops;
using WorkshopHub.Web.Workshops.Join;

using var demo = DemoCommand.From(args);
if (demo?.Problem is { } problem)
{
    Console.Error.WriteLine(problem);
    return 2;
}

// A published program finds its files beside itself, from wherever it is started.
var published = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = demo?.Rest ?? (args is ["backup", _, .. var settings] ? settings : args),
    ContentRootPath = published ? AppContext.BaseDirectory : null,
});
builder.WebHost.UseStaticWebAssets();

// Phones come from other machines: without other orders every address of this one is listened on.
builder.WebHost.UseUrls(builder.Configuration["urls"] ?? "http://*:5080");

builder.Services.AddData();
builder.Services.AddLive();
builder.Services.AddAccounts();
builder.Services.AddActivities();
builder.Services.AddJoin();
builder.Services.AddControlRoom();
builder.Services.AddScreens();
builder.Services.AddShared();
builder.Services.AddSetUp();
builder.Services.AddRazorPages(pages => pages.RootDirectory = "/");
builder.Services.AddRouting(routing => routing.LowercaseUrls = true);

demo?.Configure(builder);

var app = builder.Build();
if (args is ["backup", var folder, ..])
{
    return Backup.Command(app.Services.GetRequiredService<DataFile>(), folder);
}

if (!app.PrepareData())
{
    return 1;
}

app.UseShared();
app.UseData();
app.UseAuthentication();
app.UseAuthorization();
app.UseRateLimiter();
app.MapLive();
app.MapStaticAssets();
app.MapRazorPages().WithStaticAssets();
app.MapScreens();
app.MapGet("/health", () => "ok");
if (demo is not null)
{
    return await demo.RunAsync(app);
}

app.Run();
return 0;
