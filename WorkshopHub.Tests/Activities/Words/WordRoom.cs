using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.Words;

namespace WorkshopHub.Tests.Activities.Words;

/// <summary>A room that asks for words, with an earlier workshop where they were asked too.</summary>
internal static class WordRoom
{
    public static readonly (string Word, int Count)[] Then =
    [
        ("courage", 2), ("connected", 3), ("relieved", 3), ("sceptical", 6), ("hopeful", 6), ("listening", 3), ("strangers", 2),
        ("questions", 4), ("finally", 3), ("nervous", 4), ("late", 2), ("coffee", 1), ("busy", 5), ("tired", 3), ("honest", 2),
        ("curious", 7), ("mud", 1),
    ];

    public static readonly (string Word, int Count)[] Now =
    [
        ("different", 3), ("together", 6), ("unfinished", 5), ("next", 3), ("tired", 3), ("friends", 3), ("trust", 5), ("proud", 5),
        ("phone", 4), ("changed", 2), ("braver", 4), ("sleep", 2), ("listening", 4), ("curious", 2), ("grateful", 4),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Task<KindRoom> StartAsync(Reveal reveal = Reveal.Live, string settings = "{}", string prompt = "How do you leave?") =>
        KindRoom.StartAsync("oneword", prompt, names: NameMode.Anonymous, reveal: reveal, settings: settings);

    /// <summary>Words that others gave, each by somebody else.</summary>
    public static Task<int> PlantAsync(KindRoom room, long activity, params (string Word, int Count)[] words) => room.Site.Writer.RunAsync(w =>
        words.SelectMany(word => Enumerable.Repeat(word.Word, word.Count)).Sum(word => w.Execute(
            "INSERT INTO word_given (activity_id, secret_hash, number, word) VALUES (@activity, @hash, 1, @word)",
            new { activity, hash = Tokens.Hash(Tokens.New()), word })), Stop);

    /// <summary>A workshop before this one that asked the same, with its words.</summary>
    public static async Task<long> PlantEarlierAsync(KindRoom room, params (string Word, int Count)[] words)
    {
        var earlier = await room.Site.Writer.RunAsync(w =>
        {
            var workshop = w.Insert("""
                INSERT INTO workshop (programme_id, kind, date, title, state, created_at, changed_at)
                SELECT programme_id, 'KickOff', date(date, '-189 days'), 'Kick-off', 'Held', created_at, changed_at FROM workshop WHERE id = @Workshop
                """, room.World);
            w.Execute("UPDATE activity SET series = 'word' WHERE id = @Activity", room);
            return w.Insert("""
                INSERT INTO activity (workshop_id, kind, title, prompt, name_mode, reveal, state, series, created_at, changed_at)
                SELECT @workshop, kind, title, prompt, name_mode, reveal, 'Closed', series, created_at, changed_at FROM activity WHERE id = @Activity
                """, new { workshop, room.Activity });
        }, Stop);
        await PlantAsync(room, earlier, words);
        return earlier;
    }

    public static Task<WordPicture> PictureAsync(KindRoom room, CloudPlace place = CloudPlace.Wall) => room.Site.Db.ReadAsync(
        reads => WordPicture.Read(reads, Activity.Find(reads, room.Activity)!, place), Stop);
}
