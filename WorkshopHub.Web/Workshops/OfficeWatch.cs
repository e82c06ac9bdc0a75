using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.Workshops.Join;

namespace WorkshopHub.Web.Workshops;

/// <summary>Brings what the programme office changes to the walls, phones and control rooms of workshops that are live, and to open composers.</summary>
public sealed class OfficeWatch(OfficeNews news, Db db, LiveWire wire, JoinLive joins) : IHostedService
{
    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        news.SetsChanged += SetsChanged;
        news.PeopleChanged += PeopleChanged;
        news.SetsChanged += DraftChanged;
        news.PeopleChanged += DraftChanged;
        news.DraftChanged += DraftChanged;
        news.AddressChanged += AddressChanged;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken)
    {
        news.SetsChanged -= SetsChanged;
        news.PeopleChanged -= PeopleChanged;
        news.SetsChanged -= DraftChanged;
        news.PeopleChanged -= DraftChanged;
        news.DraftChanged -= DraftChanged;
        news.AddressChanged -= AddressChanged;
        return Task.CompletedTask;
    }

    private void DraftChanged(long programme) => wire.Reread(Channels.Composer(programme));

    // Names of sets stand in many places of a page, so the regions are got again.
    private void SetsChanged(long programme) => _ = EachAsync(programme, (reads, workshop) =>
    {
        wire.Reread(Channels.Wall(workshop), Channels.Control(workshop), Channels.Room(workshop));
        foreach (var set in reads.Query<long>("SELECT id FROM sets WHERE programme_id = @programme", new { programme }))
        {
            wire.Changed(new Piece("bar-name", later => NameOf(later, set)), Channels.Set(workshop, set));
        }
    });

    private void PeopleChanged(long programme) => _ = EachAsync(programme, (_, workshop) => joins.Changed(workshop));

    // Walls draw it as a QR, control rooms say it.
    private void AddressChanged() => _ = db.ReadAsync(reads =>
    {
        foreach (var workshop in reads.Query<long>("SELECT id FROM workshop WHERE state = 'Live'"))
        {
            wire.Reread(Channels.Wall(workshop), Channels.Control(workshop));
        }

        return true;
    });

    private static PieceState NameOf(Reads reads, long set) =>
        reads.First<string>("SELECT name FROM sets WHERE id = @set", new { set }) is { } name
            ? new PieceState.Put("~/Shared/_PhoneBarName.cshtml", name)
            : new PieceState.Gone();

    private Task<bool> EachAsync(long programme, Action<Reads, long> tell) => db.ReadAsync(reads =>
    {
        foreach (var workshop in reads.Query<long>(
            "SELECT id FROM workshop WHERE programme_id = @programme AND state = 'Live'", new { programme }))
        {
            tell(reads, workshop);
        }

        return true;
    });
}
