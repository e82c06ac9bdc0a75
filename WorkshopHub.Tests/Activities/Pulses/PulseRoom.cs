using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.Pulses;

namespace WorkshopHub.Tests.Activities.Pulses;

/// <summary>A room with a pulse, and a workshop before it that asked the same.</summary>
internal static class PulseRoom
{
    public static readonly double[] Then = [2.7, 3.1, 2.6, 2.7, 2.4, 2.9, 3.0];
    public static readonly double[] Now = [3.6, 3.9, 3.9, 3.3, 3.3, 3.7, 4.1];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Task<KindRoom> StartAsync(Reveal reveal, string settings = "{}", string prompt = "How is it to work here now?") =>
        KindRoom.StartAsync("pulse", prompt, names: NameMode.Anonymous, reveal: reveal, settings: settings);

    /// <summary>So many sheets whose means are near those given.</summary>
    public static Task<bool> PlantAsync(KindRoom room, long activity, double[] means, int sheets) => room.Site.Writer.RunAsync(w =>
    {
        var statements = PulseSettings.Parse(w.First<string>("SELECT settings FROM activity WHERE id = @activity", new { activity })!).Statements;
        for (var sheet = 0; sheet < sheets; sheet++)
        {
            var hash = Tokens.Hash(Tokens.New());
            foreach (var (at, statement) in statements.Index())
            {
                // Sums that grow by the mean, rounded: each sheet takes the difference.
                var mean = means[at % means.Length];
                var value = (int)(Math.Round((sheet + 1) * mean) - Math.Round(sheet * mean));
                w.Execute("INSERT INTO pulse_answer (activity_id, secret_hash, statement, value) VALUES (@activity, @hash, @Key, @value)",
                    new { activity, hash, statement.Key, value });
            }
        }

        return true;
    }, Stop);

    public static async Task<long> PlantEarlierAsync(KindRoom room, int sheets, string? settings = null)
    {
        var earlier = await room.Site.Writer.RunAsync(w =>
        {
            var workshop = w.Insert("""
                INSERT INTO workshop (programme_id, kind, date, title, state, created_at, changed_at)
                SELECT programme_id, 'KickOff', date(date, '-189 days'), 'Kick-off', 'Held', created_at, changed_at FROM workshop WHERE id = @Workshop
                """, room.World);
            w.Execute("UPDATE activity SET series = 'pulse' WHERE id = @Activity", new { room.Activity });
            return w.Insert("""
                INSERT INTO activity (workshop_id, kind, title, prompt, name_mode, reveal, state, series, settings, created_at, changed_at)
                SELECT @workshop, kind, title, prompt, name_mode, 'AfterClose', 'Closed', series, ifnull(@settings, settings), created_at, changed_at
                FROM activity WHERE id = @Activity
                """, new { workshop, room.Activity, settings });
        }, Stop);
        await PlantAsync(room, earlier, Then, sheets);
        return earlier;
    }

    public static Task<PulsePicture> PictureAsync(KindRoom room) =>
        room.Site.Db.ReadAsync(reads => PulsePicture.Read(reads, Activity.Find(reads, room.Activity)!), Stop);
}
