using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;

// A published program finds its files beside itself, from wherever it is started.
var published = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    ContentRootPath = published ? AppContext.BaseDirectory : null,
});
builder.WebHost.UseStaticWebAssets();

var file = new DataFile(builder.Configuration["Data:Path"] ?? Path.Combine("data", "workshophub.db"));
Dapper.DefaultTypeMap.MatchNamesWithUnderscores = true;
builder.Services.AddSingleton(file);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<Db>();
builder.Services.AddSingleton<Writer>();
builder.Services.AddHostedService(services => services.GetRequiredService<Writer>());
builder.Services.AddSingleton<LiveWire>();
builder.Services.AddSingleton<Partials>();
builder.Services.AddAccounts();
builder.Services.AddRazorPages(pages => pages.RootDirectory = "/");
builder.Services.AddRouting(routing => routing.LowercaseUrls = true);

Migrations.Run(file);
var app = builder.Build();
app.UseAuthentication();
app.UseAuthorization();
app.MapStaticAssets();
app.MapRazorPages().WithStaticAssets();
app.MapGet("/health", () => "ok");
app.Run();
