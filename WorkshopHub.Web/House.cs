using Microsoft.AspNetCore.Mvc.Controllers;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Accounts.Mailing;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.Operations;
using WorkshopHub.Web.Programmes;
using WorkshopHub.Web.Programmes.Composer;
using WorkshopHub.Web.Reports;
using WorkshopHub.Web.Reports.During;
using WorkshopHub.Web.Reports.Forms;
using WorkshopHub.Web.Reports.Memory;
using WorkshopHub.Web.Screens;
using WorkshopHub.Web.Sets.Actions;
using WorkshopHub.Web.Sets.Calendars;
using WorkshopHub.Web.Sets.Experts;
using WorkshopHub.Web.Sets.Leaves;
using WorkshopHub.Web.Sets.Meetings;
using WorkshopHub.Web.Sets.Work;
using WorkshopHub.Web.Shared;
using WorkshopHub.Web.Workshops;
using WorkshopHub.Web.Workshops.Join;
using WorkshopHub.Web.Workshops.Phone;
using WorkshopHub.Web.Workshops.Rehearsal;

namespace WorkshopHub.Web;

/// <summary>The whole program, as its table of contents. The site is made of it, and so is the copy that a rehearsal runs on.</summary>
internal static class House
{
    /// <summary>All rooms.</summary>
    public static WebApplicationBuilder AddHouse(this WebApplicationBuilder builder)
    {
        // Addresses hold what somebody looks for, and arguments what was written in a set: neither is for a log.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Mvc", LogLevel.Warning);
        // Four lines for each request of each phone would fill the disk and say nothing.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Routing", LogLevel.Warning);
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddData();
        builder.Services.AddLive();
        builder.Services.AddAccounts(builder.Configuration);
        builder.Services.AddHosts(builder.Configuration);
        builder.Services.AddMail(builder.Configuration);
        builder.Services.AddProgrammes();
        builder.Services.AddComposer();
        builder.Services.AddActions();
        builder.Services.AddExperts();
        builder.Services.AddWork();
        builder.Services.AddCalendars();
        builder.Services.AddActivities();
        builder.Services.AddDuring();
        builder.Services.AddLeaves();
        builder.Services.AddReports();
        builder.Services.AddJoin();
        builder.Services.AddControlRoom();
        builder.Services.AddRehearsals(Copy);
        builder.Services.AddScreens();
        builder.Services.AddOperations(builder.Configuration);
        builder.Services.AddMeetings();
        builder.Services.AddMemory();
        builder.Services.AddShared();
        builder.Services.AddSetUp();
        // There are pages and no controllers: no start looks at each type of the program whether it is one.
        builder.Services.AddRazorPages(pages => pages.RootDirectory = "/").ConfigureApplicationPartManager(parts =>
            parts.FeatureProviders.Remove(parts.FeatureProviders.OfType<ControllerFeatureProvider>().Single()));
        builder.Services.AddRouting(routing => routing.LowercaseUrls = true);
        return builder;
    }

    /// <summary>The way of a request.</summary>
    public static WebApplication UseHouse(this WebApplication app)
    {
        app.UseShared();
        app.UseHosts();
        app.UseData();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UsePace();
        app.MapLive();
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        app.MapScreens();
        app.MapCalendars();
        app.MapReportForms();
        app.MapOperations();
        return app;
    }

    private static WebApplication Copy(WebApplicationOptions options, Action<WebApplicationBuilder> change, Action<WebApplication> first)
    {
        var builder = WebApplication.CreateBuilder(options).AddHouse();
        change(builder);
        var app = builder.Build();
        first(app);
        return app.UseHouse();
    }
}
