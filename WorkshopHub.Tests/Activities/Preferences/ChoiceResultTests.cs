using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Activities;
using WorkshopHub.Web.Activities.Preferences;
using ActivityRow = WorkshopHub.Web.Activities.Activity;

namespace WorkshopHub.Tests.Activities.Preferences;

public sealed class ChoiceResultTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_export_and_the_summary_hold_counts_and_choices_and_only_ones_own_ranks()
    {
        await using var room = await ChoosingRoom.StartAsync(setsOfThree: 1);
        await room.GoAsync(0);
        await room.EverybodyRanksAsync(2);
        await room.GoAsync(2);
        using var alma = await room.PhoneAsync("Alma Tamm");
        await room.WishAsync(alma, 0);
        await room.Site.Writer.RunAsync(w => Closing.Close(w, Choosing.Read(w, ActivityRow.Find(w, room.Activity)!), null), Stop);
        var (sheet, said, own, other) = await ReadAsync(room, (kind, reads, activity) => (
            kind.SheetOf(reads, activity)!, kind.SaidIn(reads, activity), kind.SaidBy(reads, activity, room.World["Alma Tamm"]),
            kind.SaidBy(reads, activity, room.World["Mari Kask"])));
        Assert.All(sheet.Rows, row => Assert.DoesNotContain(row, cell => cell is string text && (text.Contains("Alma", StringComparison.Ordinal) || text.Contains("apologise", StringComparison.Ordinal))));
        Assert.DoesNotContain(sheet.Rows, row => Equals(row[0], "Triangle"));
        Assert.Contains(sheet.Rows, row => Equals(row[0], "Circle") && Equals(row[2], 4L) && Equals(row[6], "yes"));
        Assert.Contains("Holes we dig twice", Assert.Single(said).Text, StringComparison.Ordinal);
        Assert.Equal(5, own.Count);
        Assert.Empty(other);
        var carried = Assert.Single(await room.Site.Db.ReadAsync(reads => Carried.Of(reads, room.World.Workshop), Stop));
        Assert.Equal((Closing.Target, room.World.Sets[0].Id, room.Problems[0]), (carried.Target, carried.SetId!.Value, carried.ThingId!.Value));

        // Undone on the summary, the set is free to choose again.
        Assert.True(await room.Site.Writer.RunAsync(w => Carried.Undo(w, room.Site.Services.GetRequiredService<ActivityKinds>(), carried.Id, room.World["Mari Kask"]), Stop));
        Assert.Contains("Your set wishes: Holes we dig twice", await alma.FeedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paper_takes_any_number_of_ranks_also_after_the_closing_and_invented_people_rank_and_wish()
    {
        await using var room = await ChoosingRoom.StartAsync();
        await room.GoAsync(0);
        var seat = await SeatAsync(room, "Fay Novak");
        var invented = await ReadAsync(room, (kind, reads, activity) => kind.Invent(reads, activity, seat, new Random(7)));
        Assert.Equal(AnsweredAs.Taken, await TakeAsync(room, seat, invented!, paper: false));
        var paper = await ReadAsync(room, (kind, reads, activity) => kind.PaperFields(reads, activity));
        Assert.Equal(["choice.1", "choice.2", "choice.3", "choice.4", "choice.5", "why.1", "why.2", "why.3"], paper.Select(field => field.Name));
        await room.GoAsync(1);
        var one = new Dictionary<string, string> { ["choice.1"] = room.Problems[4].ToString(CultureInfo.InvariantCulture) };
        Assert.Equal(AnsweredAs.Closed, await TakeAsync(room, seat, one, paper: false));
        Assert.Equal(AnsweredAs.Taken, await TakeAsync(room, seat, one, paper: true));
        Assert.Equal(room.Problems[4], Assert.Single(await room.Site.Db.ReadAsync(reads => RankRow.By(reads, room.Activity, seat.PersonId!.Value), Stop)).ProblemId);
        await room.GoAsync(2);
        var wish = await ReadAsync(room, (kind, reads, activity) => kind.Invent(reads, activity, seat, new Random(7)));
        Assert.Equal(room.Problems[4].ToString(CultureInfo.InvariantCulture), wish!["wish"]);
        Assert.Equal(AnsweredAs.Taken, await TakeAsync(room, seat, wish, paper: false));
    }

    [Fact]
    public async Task An_empty_list_and_a_missing_reveal_are_told_beside_the_agenda()
    {
        await using var room = await ChoosingRoom.StartAsync();
        Assert.Null(await LacksAsync());
        await room.Site.Writer.RunAsync(w => w.Execute("UPDATE agenda_item SET act = 'Review' WHERE act = 'Reveal'"), Stop);
        Assert.Contains("No later item reveals it", await LacksAsync(), StringComparison.Ordinal);
        await room.Site.Writer.RunAsync(w => w.Execute("UPDATE problem SET state = 'Proposed' WHERE id > @third", new { third = room.Problems[2] }), Stop);
        Assert.Contains("3 problems for 6 sets", await LacksAsync(), StringComparison.Ordinal);
        await room.Site.Writer.RunAsync(w => w.Execute("UPDATE problem SET state = 'Proposed'"), Stop);
        Assert.Contains("No problem is offered yet", await LacksAsync(), StringComparison.Ordinal);
        await room.GoAsync(0);
        using var alma = await room.PhoneAsync("Alma Tamm");
        Assert.DoesNotContain("data-panel", await alma.FeedAsync(), StringComparison.Ordinal);

        Task<string?> LacksAsync() => ReadAsync(room, (kind, reads, activity) => kind.Lacks(reads, activity));
    }

    private static Task<T> ReadAsync<T>(ChoosingRoom room, Func<ActivityKind, WorkshopHub.Web.Data.Reads, ActivityRow, T> read) =>
        room.Site.Db.ReadAsync(reads =>
        {
            var activity = ActivityRow.Find(reads, room.Activity)!;
            return read(room.Site.Services.GetRequiredService<ActivityKinds>().Of(activity), reads, activity);
        }, Stop);

    private static Task<AnsweredAs> TakeAsync(ChoosingRoom room, Seat seat, IReadOnlyDictionary<string, string> fields, bool paper) =>
        room.Site.Writer.RunAsync(w =>
        {
            var activity = ActivityRow.Find(w, room.Activity)!;
            var form = new FormCollection(fields.ToDictionary(field => field.Key, field => new StringValues(field.Value)));
            return room.Site.Services.GetRequiredService<ActivityKinds>().Of(activity).Accept(
                w, activity, new Answer(Tokens.New(), seat, null, form) { EnteredBy = paper ? room.World["Mari Kask"] : null }).As;
        }, Stop);

    private static async Task<Seat> SeatAsync(ChoosingRoom room, string name)
    {
        using var phone = await room.PhoneAsync(name);
        var participant = await room.Site.Db.ReadAsync(
            reads => reads.First<long>("SELECT id FROM participant WHERE workshop_id = @Workshop AND name = @name", new { room.World.Workshop, name }), Stop);
        return new Seat
        {
            ParticipantId = participant,
            WorkshopId = room.World.Workshop,
            PersonId = room.World[name],
            Name = name,
            Role = Role.Member,
            SetId = room.World.Sets.First(set => set.Members.Contains(name)).Id,
            Assurance = Assurance.Vouched,
        };
    }
}
