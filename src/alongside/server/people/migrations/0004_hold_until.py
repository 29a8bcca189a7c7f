from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0003_used_codes"),
    ]

    operations = [
        migrations.AddField(model_name="staff", name="hold_until", field=models.DateField(blank=True, null=True)),
    ]
