namespace WorkshopHub.Web.Sets.Meetings;

/// <summary>What the meetings of the sets need in the house.</summary>
public static class MeetingsSetup
{
    /// <summary>Registers the pushes of meetings and what closing asks. Other steps register their own <see cref="IStillOpen"/>.</summary>
    public static IServiceCollection AddMeetings(this IServiceCollection services) => services
        .AddSingleton<MeetingLive>()
        .AddSingleton<MeetingDesk>()
        .AddSingleton<IStillOpen, AirtimeStillOpen>();
}
