using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Workshops.Check;

namespace WorkshopHub.Tests.House;

/// <summary>The world with something behind every address of the house, and with a second programme in which members work on problems of their own.</summary>
public sealed partial class Planted
{
    private Planted(World world) => World = world;

    public World World { get; }

    public long Programme => World.Programme;

    public long Workshop => World.Workshop;

    /// <summary>The sets of the first programme; the first is Circle, on which all that belongs to a set hangs.</summary>
    public IReadOnlyList<PlantedSet> Sets => World.Sets;

    public IReadOnlyList<long> Items => World.Items;

    public IReadOnlyList<long> Activities => World.Activities;

    public long this[string name] => World[name];

    /// <summary>Plants all of it, and begins what only lives in the running program.</summary>
    public static async Task<Planted> InAsync(World world, Site site)
    {
        var planted = new Planted(world);
        await site.Writer.RunAsync(writes =>
        {
            planted.PlantPeople(writes);
            planted.PlantOther(writes);
            planted.PlantSet(writes);
            planted.PlantWork(writes);
            planted.PlantRoom(writes);
            return true;
        });
        planted.Reach = site.Services.GetRequiredService<ReachTests>().Start(site.Url).Token;
        planted.Trial = site.Services.GetRequiredService<RoomTrials>().Start(world.Workshop, site.Url).Reach.Token;
        return planted;
    }

    /// <summary>The other programme.</summary>
    public long OtherProgramme { get; private set; }

    /// <summary>Its set, of Olga and her advisor Oda.</summary>
    public long OtherSet { get; private set; }

    /// <summary>Its kick-off, whose room is open.</summary>
    public long OtherWorkshop { get; private set; }

    /// <summary>Olga.</summary>
    public long Olga { get; private set; }

    /// <summary>The secret of a wall in the room of the other programme.</summary>
    public string OtherScreen { get; } = Tokens.New();

    /// <summary>A number as it stands in an address.</summary>
    public static string N(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static long Person(Writes writes, string name) => writes.Insert(
        "INSERT INTO person (name, email, created_at, changed_at) VALUES (@name, @email, @Now, @Now)",
        new { name, email = World.Mail(name), writes.Now });

    private static void Assign(Writes writes, long person, long programme, string role, long? set = null) => writes.Execute(
        "INSERT INTO role_assignment (person_id, programme_id, role, set_id) VALUES (@person, @programme, @role, @set)",
        new { person, programme, role, set });

    private static long Join(Writes writes, long set, long person, long supervisor) => writes.Insert(
        "INSERT INTO membership (set_id, person_id, supervisor_id, joined_at) VALUES (@set, @person, @supervisor, @Now)",
        new { set, person, supervisor, writes.Now });

    /// <summary>A second client and a second champion, a facilitator of the programme alone, and accounts for everybody.</summary>
    private void PlantPeople(Writes writes)
    {
        Assign(writes, Person(writes, "Prue Programme"), Programme, "Facilitator");
        Assign(writes, Person(writes, "Cora Client"), Programme, "Client");
        writes.Execute("UPDATE role_assignment SET set_id = @Id WHERE role = 'Champion'", new { Sets[0].Id });
        Assign(writes, Person(writes, "Cato Champion"), Programme, "Champion", Sets[1].Id);
        UnitId = writes.Insert("INSERT INTO org_unit (name) VALUES ('Network Operations')");
        SiteId = writes.Insert("INSERT INTO site (name) VALUES ('Thornby Depot')");
        Badge = PersonalLinks.Make(writes, World["Leo Dumas"], "Badge", Workshop, null);
    }

    /// <summary>The other programme: Olga has a problem of her own, Ove is her supervisor and all else that one can be there.</summary>
    private void PlantOther(Writes writes)
    {
        var other = writes.Insert(
            "INSERT INTO programme (name, format, state, created_at, changed_at) VALUES ('Other', 'OwnProblem', 'Running', @Now, @Now)",
            new { writes.Now });
        var set = writes.Insert(
            "INSERT INTO sets (programme_id, position, name, created_at, changed_at) VALUES (@other, 1, 'Elsewhere', @Now, @Now)",
            new { other, writes.Now });
        var (olga, ove) = (Person(writes, "Olga Other"), Person(writes, "Ove Other"));
        OtherMembership = Join(writes, set, olga, ove);
        (OtherProgramme, OtherSet, Olga) = (other, set, olga);
        OtherWorkshop = writes.Insert(
            """
            INSERT INTO workshop (programme_id, kind, title, date, state, room_code, room_token, opened_at, created_at, changed_at)
            VALUES (@other, 'KickOff', 'Their kick-off', '2026-03-10', 'Live', '771204', @token, @Now, @Now, @Now)
            """, new { other, token = Tokens.New(), writes.Now });
        writes.Execute(
            "INSERT INTO screen (workshop_id, name, token_hash, paired_at) VALUES (@OtherWorkshop, 'Theirs', @hash, @Now)",
            new { OtherWorkshop, hash = Tokens.Hash(OtherScreen), writes.Now });
        Assign(writes, Person(writes, "Omar Other"), other, "Facilitator");
        Assign(writes, Person(writes, "Oda Other"), other, "Advisor", set);
        Assign(writes, ove, other, "Champion", set);
        Assign(writes, ove, other, "Client");
        Assign(writes, ove, other, "Sponsor");
        writes.Execute(
            """
            INSERT INTO problem (programme_id, position, title, owner_id, supervisor_id, sent_at, state, created_at, changed_at)
            VALUES (@other, 1, 'Permits wait', @olga, @ove, @Now, 'Proposed', @Now, @Now)
            """, new { other, olga, ove, writes.Now });
        writes.Execute(
            """
            INSERT INTO account (person_id, password_hash, stamp)
            SELECT p.id, a.password_hash, lower(hex(randomblob(16))) FROM person p JOIN account a ON a.person_id = @mari
            ON CONFLICT (person_id) DO NOTHING
            """, new { mari = World["Mari Kask"] });
        writes.Execute("UPDATE account SET is_admin = 1 WHERE person_id = @mari", new { mari = World["Mari Kask"] });
    }
}
