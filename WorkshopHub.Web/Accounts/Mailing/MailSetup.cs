using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts.Mailing;

/// <summary>What e-mail needs in the house.</summary>
public static class MailSetup
{
    /// <summary>Registers the outbox and who carries it; without a mail server nothing is ever put into it.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(new MailHouse(MailSettings.Of(configuration)))
        .AddSingleton<Postman>().AddHostedService(at => at.GetRequiredService<Postman>())
        .AddSingleton<IDueWork, MailDue>().AddSingleton<IDueWork, ReminderDue>().AddHostedService<ReminderStart>();
}
